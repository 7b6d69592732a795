import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

/// A made-up board whose courses, rules and records a test fills in.
struct TrainingBoard {
    /// Levels `basic`, `practice` and `lead`, lowest first.
    static let levels = ["basic", "practice", "lead"]

    var courses: [Course] = []
    var groups: [RoleGroup] = []
    var agencies: [Agency] = []
    var people: [Person] = []
    var runs: [Run] = []
    var moves: [Move] = []
    var champions: [Champion] = []
    var framework = TrainingFramework.Champions(target: 10, daysPerYear: 6)

    var scope: TrainingScope {
        TrainingScope(
            agencies: Registry(agencies), courses: Registry(courses),
            framework: TrainingFramework(
                levels: Registry(Self.levels.map { TrainingLevel(id: ID($0), title: $0, summary: $0) }),
                roleGroups: Registry(groups),
                siteKinds: Registry(["school", "home"].map { SiteKind(id: ID($0), title: $0, target: 2) }),
                champions: framework, agencyTargets: []))
    }

    var records: TrainingRecords {
        TrainingRecords(people: Registry(people), runs: runs, champions: champions, moves: moves)
    }

    func history() async -> TrainingHistory { await TrainingHistory(records, scope) }

    mutating func addCourse(
        _ code: String, _ level: String = "basic", hours: Double = 3, months: Int? = nil, after: [String] = [],
        countsAs: [String] = []
    ) {
        courses.append(
            Course(
                id: ID(code), level: ID(level), aim: "To know.", hours: hours, format: .online, forWhom: ["All"],
                covers: ["Signs"], prerequisites: after.map { ID($0) }, refresherMonths: months,
                countsAs: countsAs.map { ID($0) }))
    }

    mutating func addGroup(_ id: String, level: String? = nil, _ rule: RefresherRule = .ofCourses) {
        groups.append(RoleGroup(id: ID(id), title: id, level: level.map { ID($0) }, rule: rule))
    }

    mutating func addAgency(_ id: String, headcount: Headcount? = nil) {
        agencies.append(Agency(id: ID(id), name: id, sector: .other, url: nil, reports: nil, headcount: headcount))
    }

    mutating func addPerson(_ id: String, _ group: String = "staff", agency: String = "police", site: String? = nil) {
        people.append(
            Person(
                id: ID(id), name: "Ann \(id)", email: nil, agency: ID(agency), roleGroup: ID(group),
                siteKind: site.map { ID($0) }))
    }

    mutating func addRun(
        _ course: String, on date: String, places: Int = 20, status: Run.Status = .scheduled,
        _ attendance: KeyValuePairs<String, Attendance.Status>
    ) throws {
        let rows = attendance.map { Attendance(person: ID($0.key), status: $0.value) }
        try addRun(course, on: day(date), places: places, status: status, rows)
    }

    mutating func addRun(
        _ course: String, on date: CivilDate, places: Int = 20, status: Run.Status = .scheduled, _ rows: [Attendance]
    ) throws {
        runs.append(
            Run(
                id: ID("\(course)-\(runs.count)"), course: ID(course), date: date,
                start: try #require(ClockTime(iso: "09:30")), end: try #require(ClockTime(iso: "12:30")),
                venue: .online, trainer: nil, places: places, status: status, sequence: 0, attendance: rows))
    }
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

extension TrainingStatus {
    /// `due 2026-03-12`
    var text: String { word + (lastDay.map { " \($0)" } ?? "") }
}
