public import CivilTime
public import Content
public import Disclosure
import Schemas

extension PublishedIndicators {
    /// The tables of figures that any page of a board shows or quotes.
    ///
    /// - Parameter collected: What was collected from schools and businesses.
    public init(onPagesOf board: Board, with collected: CollectedTables) {
        let isEmpty = board.indicators.items.isEmpty && collected.isEmpty
        self.init(
            of: board, with: collected, showing: isEmpty ? [] : Set(board.pages.items.flatMap(\.figureTables)))
    }
}

extension AskedFigures {
    /// What the pages of a board ask.
    ///
    /// Drafts and pages of other editions are among them: what is hidden does not depend on what is built today, so that
    /// two sites of one board cannot be laid side by side.
    ///
    /// - Parameter today: The day for which the site is built; course pages tell what was delivered before it.
    public init(of board: Board, asOf today: CivilDate) {
        var (published, internalOnly): ([FigureQuery], [FigureQuery]) = ([], [])
        for page in board.pages.items {
            var queries = page.components.compactMap {
                HostTypes.Block(component: $0.component, arguments: $0.arguments).figureQuery
            }
            queries += page.textFigures.compactMap { if case .training(_, let query) = $0 { query } else { nil } }
            if case .course(let course) = page.kind { queries.append(FigureQuery(course: course.id, until: today)) }
            if page.front.readership == .trainers { internalOnly += queries } else { published += queries }
        }
        self.init(published: published, internalOnly: internalOnly)
    }
}
