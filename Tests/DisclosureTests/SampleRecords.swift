import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

/// Records of a made-up board with the agencies `a`, `b`, `c` and the kinds of site `s`, `t`.
struct SampleRecords {
    var champions: [Champion] = []
    var runs: [Run] = []

    static let names = ["Ann Oakwhistle", "Bo Elmpondle", "Cy Ashbrindle", "Di Firthimble"]

    /// Adds so many champions of one agency and kind of site.
    mutating func add(_ count: Int, _ agency: String, _ site: String, _ consent: NameConsent? = nil) throws {
        for _ in 0..<count {
            champions.append(
                Champion(
                    person: ID("p-\(champions.count)"), agency: ID(agency), siteKind: ID(site),
                    since: try day("2025-01-01"), trained: nil, induction: nil, days: 0, consent: consent))
        }
    }

    mutating func addRun(_ id: String, on date: String, places: Int = 20, _ status: Attendance.Status, people: Int)
        throws
    {
        try addRun(id, on: date, places: places, status, attendees: Array(0..<people))
    }

    mutating func addRun(
        _ id: String, on date: String, places: Int = 20, _ status: Attendance.Status, attendees: [Int],
        course: String = "aware"
    ) throws {
        runs.append(
            Run(
                id: ID(id), course: ID(course), date: try day(date), start: try #require(ClockTime(iso: "09:30")),
                end: try #require(ClockTime(iso: "12:30")), venue: .online, trainer: ID("p-0"), places: places,
                status: .scheduled, sequence: 0,
                attendance: attendees.map { Attendance(person: ID("p-\($0)"), status: status) }))
    }

    var records: TrainingRecords {
        let attendees = runs.flatMap(\.attendance).compactMap { Int($0.person.text.dropFirst(2)) }
        let count = max(champions.count, (attendees.max() ?? 0) + 1)
        let people = (0..<count).map { number in
            Person(
                id: ID("p-\(number)"), name: Self.names[number % 4] + " \(number)",
                email: "secret\(number)@mail.example", agency: ID(["a", "b", "c"][number % 3]), roleGroup: ID("r"),
                siteKind: nil)
        }
        return TrainingRecords(people: Registry(people), runs: runs, champions: champions)
    }

    func published(
        on date: String, threshold: Int = 5, asking asked: [FigureQuery] = []
    ) throws -> PublishedTraining {
        let agencies = ["a", "b", "c"].map { Agency(id: ID($0), name: $0, sector: .other, url: nil, reports: nil) }
        let framework = TrainingFramework(
            levels: Registry([]), roleGroups: Registry([]),
            siteKinds: Registry(["s", "t"].map { SiteKind(id: ID($0), title: $0, target: 10) }),
            champions: .init(target: 40, daysPerYear: 6), agencyTargets: [.init(agency: ID("a"), target: 20)])
        return PublishedTraining(
            records: records, agencies: Registry(agencies), framework: framework,
            smallCounts: .init(threshold: threshold, symbol: "c"), asked: AskedFigures(published: asked),
            asOf: try day(date))
    }
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

extension SampleRecords {
    /// The figures for one period, where nothing else is asked.
    func figures(
        _ from: String, _ to: String, course: ID<Course>? = nil, on date: String = "2026-06-01", threshold: Int = 5
    ) throws -> PublishedFigures {
        let query = FigureQuery(from: try day(from), to: try day(to), course: course)
        return try #require(try published(on: date, threshold: threshold, asking: [query]).figures[query])
    }
}

extension PublishedRoster {
    /// `26: 6 c 20 | 6 20`
    var text: String {
        total.champions.text + ": "
            + agencies.map(\.coverage.champions.text).joined(separator: " ") + " | "
            + siteKinds.map(\.coverage.champions.text).joined(separator: " ")
    }
}
