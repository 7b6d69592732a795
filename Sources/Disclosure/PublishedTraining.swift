public import CivilTime
public import Content
public import Schemas
public import Training

/// All that may be published of a board's training records.
///
/// This is the narrow door: in the public and the school edition, nothing else of the records is at hand. No value that
/// can be had from here holds a person's id, their e-mail address, or a row of a record, and a name only with consent
/// that holds on the day.
public struct PublishedTraining: Sendable {
    /// Runs to come, by date; the cancelled ones among them are marked.
    public let runs: [PublishedRun]
    /// How many runs were held until now.
    public let heldRuns: Int
    public let roster: PublishedRoster

    private let ledger: DeliveryLedger
    private let smallCounts: BoardSettings.SmallCounts

    /// - Parameter asOf: The day for which the site is built. Consent that starts later, or was withdrawn by then,
    ///   does not count.
    public init(records: TrainingRecords, board: Board, asOf date: CivilDate) {
        self.init(
            records: records, agencies: board.agencies, framework: board.training,
            smallCounts: board.settings.disclosure.smallCounts, asOf: date)
    }

    init(
        records: TrainingRecords, agencies: Registry<Agency>, framework: TrainingFramework?,
        smallCounts: BoardSettings.SmallCounts, asOf date: CivilDate
    ) {
        runs = records.upcomingRuns(asOf: date).map { PublishedRun($0, smallCounts) }
        heldRuns = records.heldRuns(asOf: date).count
        roster = PublishedRoster(
            records: records, agencies: agencies, framework: framework, smallCounts: smallCounts, asOf: date)
        ledger = DeliveryLedger(records, asOf: date)
        self.smallCounts = smallCounts
    }

    /// What was delivered in a period.
    ///
    /// - Parameters:
    ///   - from: The first day of the period.
    ///   - to: The last day of the period; nothing was delivered in one that ends before it starts.
    ///   - course: `nil` for all courses.
    public func figures(from: CivilDate, to: CivilDate, course: ID<Course>? = nil) -> PublishedFigures {
        PublishedFigures(from <= to ? ledger.delivery(in: from...to, course: course) : .nothing, smallCounts)
    }
}
