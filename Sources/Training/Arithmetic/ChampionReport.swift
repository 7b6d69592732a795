public import CivilTime
import Content
import Schemas

/// The champions on one day: how many there are where, and what each of them lacks.
public struct ChampionReport: Sendable {
    public let asOf: CivilDate
    public let coverage: Coverage
    /// Those who serve on the day, in the order of their file.
    public let champions: [Row]

    public struct Row: Sendable {
        public let person: Person
        public let champion: Champion
        /// When they had their induction: as their entry says, or at the board's induction course.
        public let induction: CivilDate?
        /// Their newest workshop.
        public let workshop: CivilDate?
        /// The e-mail address of their manager.
        public let manager: String?
        /// What is to be done about them, the most pressing first.
        public let concerns: [Concern]
    }

    /// What a champion lacks. A champion needs training, an induction, workshops in the year, a manager who sees to it
    /// that they have the time, and gives some days a year, up to a limit.
    public enum Concern: Sendable, Hashable, CaseIterable {
        case notTrained, noInduction, noManager, noWorkshop, tooFewDays, tooManyDays

        public var words: String {
            switch self {
            case .notTrained: "not trained"
            case .noInduction: "no induction"
            case .noManager: "no manager"
            case .noWorkshop: "no workshop in 12 months"
            case .tooFewDays: "gives too few days"
            case .tooManyDays: "gives too many days"
            }
        }
    }

    /// How long a workshop counts, in months: champions need one in the year.
    static let workshopMonths = 12

    /// - Parameter records: Those that `history` was made from.
    public init(_ records: TrainingRecords, _ history: TrainingHistory, asOf date: CivilDate) {
        let serving = records.servingChampions(asOf: date)
        asOf = date
        coverage = Coverage(of: serving, agencies: history.scope.agencies, framework: history.scope.framework)
        champions = serving.map { Self.row($0, records, history, date) }
    }

    private static func row(
        _ champion: Champion, _ records: TrainingRecords, _ history: TrainingHistory, _ date: CivilDate
    ) -> Row {
        let rules = history.scope.framework?.champions
        let taken = history.coursesTaken(by: champion.person, before: date)
        let last = { (course: ID<Course>?) in taken.last { $0.course == course }?.day }
        let person = records.main(champion.person)
        let induction = champion.induction ?? rules?.inductionCourse.flatMap(last)
        let workshops =
            champion.workshops.filter { $0 <= date } + [rules?.workshopCourse.flatMap(last)].compactMap(\.self)
        let workshop = workshops.max()
        let manager = champion.manager ?? person.manager
        var concerns: [Concern] = []
        if champion.trained.map({ $0 > date }) ?? true { concerns.append(.notTrained) }
        if induction.map({ $0 > date }) ?? true { concerns.append(.noInduction) }
        if manager == nil { concerns.append(.noManager) }
        if workshop.map({ $0.adding(months: workshopMonths) < date }) ?? true { concerns.append(.noWorkshop) }
        if let rules, champion.days < rules.daysAtLeast { concerns.append(.tooFewDays) }
        if let rules, champion.days > rules.daysPerYear { concerns.append(.tooManyDays) }
        return Row(
            person: person, champion: champion, induction: induction, workshop: workshop, manager: manager,
            concerns: concerns)
    }
}
