public import CivilTime
public import Content
import Schemas
import Suppression
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
    /// The answers to all questions that were asked.
    let figures: [FigureQuery: PublishedFigures]
    /// What is hidden, and why: for the board, never for the public. Nobody knows it who only has a summary.
    public let hidden: [HiddenCount]
    /// What was collected from schools and businesses. It is judged with the board's own tables of figures.
    public let collected: CollectedTables
    /// The day of the records.
    private let asOf: CivilDate

    /// The answer to a question; `nil` where it was not among those asked.
    ///
    /// Of a period that has not ended, what is known is up to the day before that of the records.
    public func figures(for query: FigureQuery) -> PublishedFigures? { figures[query.ended(before: asOf)] }

    /// - Parameter figures: By questions that end before `asOf`.
    init(
        runs: [PublishedRun], heldRuns: Int, roster: PublishedRoster, figures: [FigureQuery: PublishedFigures],
        hidden: [HiddenCount] = [], collected: CollectedTables = .none, asOf: CivilDate
    ) {
        self.runs = runs
        self.heldRuns = heldRuns
        self.roster = roster
        self.figures = figures
        self.hidden = hidden
        self.collected = collected
        self.asOf = asOf
    }

    /// - Parameters:
    ///   - asked: All questions that pages ask. What is not among them is not answered.
    ///   - known: Figures that readers have from earlier releases, and might subtract from today's.
    ///   - asOf: The day for which the site is built. Consent that starts later, or was withdrawn by then, does not
    ///     count.
    public init(
        records: TrainingRecords, board: Board, asked: AskedFigures, known: [FigureQuery] = [], asOf date: CivilDate
    ) {
        self.init(
            records: records, agencies: board.agencies, framework: board.training,
            smallCounts: board.settings.disclosure.smallCounts, asked: asked, known: known, asOf: date)
    }

    init(
        records: TrainingRecords, agencies: Registry<Agency>, framework: TrainingFramework?,
        smallCounts: BoardSettings.SmallCounts, asked: AskedFigures, known: [FigureQuery] = [], asOf date: CivilDate
    ) {
        let asked = asked.ended(before: date)
        let (roster, hiddenOnRoster) = PublishedRoster.drawn(
            from: records, agencies: agencies, framework: framework, smallCounts: smallCounts, asOf: date)
        let ledger = DeliveryLedger(records, asOf: date)
        let judged = LinkedFigures(asked.published, ledger, smallCounts).reasons(knowing: known)
        let apart = asked.internalOnly.map { query in
            LinkedFigures([query], ledger, smallCounts).reasons(knowing: [])[0]
        }
        let answers = zip(asked.published + asked.internalOnly, judged + apart).map { query, reason in
            let delivery = query.period.map { ledger.delivery(in: $0, course: query.course) } ?? .nothing
            return (query, reason, PublishedFigures(delivery, isHidden: reason != nil, smallCounts))
        }
        self.init(
            runs: records.upcomingRuns(asOf: date).map { PublishedRun($0, smallCounts) },
            heldRuns: records.heldRuns(asOf: date).count, roster: roster,
            figures: Dictionary(uniqueKeysWithValues: answers.map { ($0.0, $0.2) }),
            hidden: answers.compactMap { query, reason, _ in
                reason.map { HiddenCount(what: .trained(query), why: HiddenCount.Reason($0)) }
            } + hiddenOnRoster, collected: CollectedTables(records, asOf: date), asOf: date)
    }

    /// The same without what only pages for trainers show: dates of their courses, and answers to their questions.
    ///
    /// - Parameter asked: All questions of the board's pages.
    public func forReaders(of board: Board, asking asked: AskedFigures) -> PublishedTraining {
        let courses = board.pages.items.compactMap { page -> ID<Course>? in
            guard case .course(let course) = page.kind, page.front.readership != .trainers else { return nil }
            return course.id
        }
        let questions = Set(asked.ended(before: asOf).published)
        return PublishedTraining(
            runs: runs.filter { courses.contains($0.course) }, heldRuns: heldRuns, roster: roster,
            figures: figures.filter { questions.contains($0.key) }, hidden: hidden, collected: collected, asOf: asOf)
    }

    /// The same with what was collected as readers see it, for a file that leaves the house.
    ///
    /// - Parameter indicators: All tables that pages show, judged together.
    public func publishing(_ indicators: PublishedIndicators) -> PublishedTraining {
        let own = Set(collected.counted.map(\.table.id))
        return PublishedTraining(
            runs: runs, heldRuns: heldRuns, roster: roster, figures: figures, hidden: hidden,
            collected: CollectedTables(
                published: indicators.tables.filter { own.contains($0.id) }, names: collected.names), asOf: asOf)
    }

    /// The same on a later day: runs that have passed by then are left out.
    public func later(on date: CivilDate) -> PublishedTraining {
        PublishedTraining(
            runs: runs.filter { $0.date >= date }, heldRuns: heldRuns, roster: roster, figures: figures,
            hidden: hidden, collected: collected, asOf: asOf)
    }
}
