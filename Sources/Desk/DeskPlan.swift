public import CivilTime
public import Content
public import Disclosure
public import Integrity
import Parallelism
import Schemas
public import Site
public import Training

/// The training team's own pages: runs with their registers and certificates, people, agencies, refreshers due,
/// champions, evaluations; what schools say of themselves, and which businesses were visited.
///
/// This module has the records *and* makes pages, which is why it stands above `Site` and hands over finished values:
/// nothing below it, and no layout of a published edition, ever has a person in its hands.
public struct DeskPlan: Sendable {
    private let desk: DeskRecords
    private let hidden: [HiddenCount]

    /// - Parameters:
    ///   - hidden: Which counts the published pages hide, and why.
    ///   - today: The day on which everything is judged.
    ///   - key: The board's key; `nil` leaves certificates out.
    public init(
        board: Board, records: TrainingRecords, hidden: [HiddenCount], today: CivilDate, key: SigningKey?
    ) async {
        desk = await DeskRecords(board: board, records: records, today: today, key: key)
        self.hidden = hidden
    }

    /// All pages and downloads.
    ///
    /// - Parameter use: Proof that they are for the trainer edition.
    public func pages(for use: InternalUse) async -> InternalPages {
        let runs = await desk.records.runs.concurrentMap { run in
            let pages = RunPages(desk: desk, run: run)
            return (page: pages.page, sheets: pages.sheets)
        }
        let people = await desk.people.concurrentMap { PersonPage(desk: desk, person: $0).page }
        let lists = [
            FrontPage(desk: desk).page, RunListPage(desk: desk).page, PeopleListPage(desk: desk).page,
            AgencyListPage(desk: desk).page, DuePage(desk: desk).page, ChampionsPage(desk: desk).page,
            EvaluationsPage(desk: desk).page, HiddenCountsPage(desk: desk, hidden: hidden).page,
        ]
        let assessment = desk.records.selfAssessment.map { SelfAssessmentPages(desk: desk, assessment: $0).pages } ?? []
        let outreach = desk.records.outreach.map { [OutreachPage(desk: desk, outreach: $0).page] } ?? []
        let agencies = desk.board.agencies.items.map { AgencyPage(desk: desk, agency: $0).page }
        let all = lists + assessment + outreach + agencies + runs.map(\.page) + people
        return InternalPages(
            for: use, layouts: DeskLayouts.all, pages: all.map(InternalPage.init) + runs.flatMap(\.sheets),
            files: await all.concurrentMap(\.files).flatMap(\.self))
    }
}
