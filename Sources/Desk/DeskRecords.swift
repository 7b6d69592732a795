import Certification
import CivilTime
import Content
import Integrity
import Reporting
import Returns
import Schemas
import Site
import Training

/// Everything that the pages of the desk are made from, looked up once.
struct DeskRecords: Sendable {
    let board: Board
    let records: TrainingRecords
    let history: TrainingHistory
    let compliance: Compliance
    let trend: [(quarter: Quarter, counts: Compliance.Counts)]
    let today: CivilDate
    /// Signs certificates; without one there are none.
    let key: SigningKey?
    /// Everybody with a record of their own, by name; who was erased is not among them.
    let people: [Person]
    /// What stands about each person in the runs, the newest run first; by the record that stands for them.
    let attendance: [ID<Person>: [Entry]]

    /// A row of a run.
    struct Entry: Sendable {
        let run: Run
        let row: Attendance
    }

    init(board: Board, records: TrainingRecords, today: CivilDate, key: SigningKey?) async {
        let history = await TrainingHistory(records, TrainingScope(board))
        var attendance: [ID<Person>: [Entry]] = [:]
        for run in records.runs.reversed() {
            for row in run.attendance {
                attendance[records.main(row.person).id, default: []].append(Entry(run: run, row: row))
            }
        }
        self.board = board
        self.records = records
        self.history = history
        self.today = today
        self.key = key
        people = records.people.items.filter { $0.sameAs == nil && !$0.isErased }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        self.attendance = attendance
        compliance = await Compliance(records, history, asOf: today)
        trend = await Compliance.trend(records, history, before: today, quarters: TrainingReport.quarters)
    }
}

// MARK: Titles

extension DeskRecords {
    func title(of course: ID<Course>) -> String {
        board.coursePages[course].flatMap(board.pages.find)?.front.title ?? course.text
    }

    func title(of run: Run) -> String { "\(title(of: run.course)), \(run.date)" }

    func name(of agency: ID<Agency>) -> String { board.agencies.find(agency)?.name ?? agency.text }

    func title(of group: ID<RoleGroup>) -> String { board.training?.roleGroups.find(group)?.title ?? group.text }

    func title(of kind: ID<SiteKind>) -> String { board.training?.siteKinds.find(kind)?.title ?? kind.text }
}

// MARK: Places

enum DeskPath {
    static let front = "desk/"
    static let runs = "desk/runs/"
    static let people = "desk/people/"
    static let agencies = "desk/agencies/"
    static let due = "desk/due/"
    static let champions = "desk/champions/"
    static let evaluations = "desk/evaluations/"
    static let hidden = "desk/hidden/"
    static let assessment = "desk/self-assessment/"
    static let outreach = "desk/outreach/"

    static func school(_ school: ID<AskedSchool>) -> String { "\(assessment)\(school)/" }

    static func run(_ run: ID<Run>) -> String { "\(runs)\(run)/" }

    static func person(_ person: ID<Person>) -> String { "\(people)\(person)/" }

    static func agency(_ agency: ID<Agency>) -> String { "\(agencies)\(agency)/" }
}

extension InternalPage.Crumb {
    static let desk = InternalPage.Crumb(title: "Training desk", path: DeskPath.front)
    static let runs = InternalPage.Crumb(title: "Runs", path: DeskPath.runs)
    static let people = InternalPage.Crumb(title: "People", path: DeskPath.people)
    static let agencies = InternalPage.Crumb(title: "Agencies", path: DeskPath.agencies)
    static let assessment = InternalPage.Crumb(title: "Self-assessment of schools", path: DeskPath.assessment)
}

// MARK: Cells

extension DeskRecords {
    /// A person's name, with a link to what is known of them.
    func cell(of person: ID<Person>) -> Cell {
        let person = records.main(person)
        return .text(person.name, to: person.isErased ? nil : DeskPath.person(person.id))
    }

    func cell(of agency: ID<Agency>) -> Cell { .text(name(of: agency), to: DeskPath.agency(agency)) }

    func cell(of run: Run) -> Cell { .text(title(of: run.course), to: DeskPath.run(run.id)) }
}

extension Cell {
    /// A day as people write it in tables: `12 Mar 2026`.
    static func day(_ date: CivilDate?) -> Cell {
        guard let date else { return .nothing }
        return Cell(value: .text("\(date.day) \(months[date.month - 1]) \(date.year)"), sortKey: date.description)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Where somebody stands.
    static func status(_ status: TrainingStatus?) -> Cell {
        guard let status else { return .nothing }
        let tone: Tone =
            switch status {
            case .current: .good
            case .due: .warn
            case .overdue, .never: .danger
            }
        return .text(status.word.prefix(1).uppercased() + status.word.dropFirst(), tone: tone)
    }

    static func status(_ status: Attendance.Status) -> Cell {
        let tone: Tone =
            switch status {
            case .attended, .walkIn: .good
            case .part, .lateCancelled: .warn
            case .noShow: .danger
            case .booked, .cancelled, .waiting: .plain
            }
        return .text(status.title, tone: tone)
    }
}

extension Attendance.Status {
    var title: String {
        switch self {
        case .booked: "Booked"
        case .attended: "Attended"
        case .part: "In part"
        case .noShow: "No-show"
        case .cancelled: "Cancelled"
        case .lateCancelled: "Cancelled late"
        case .waiting: "Waiting"
        case .walkIn: "Walk-in"
        }
    }
}
