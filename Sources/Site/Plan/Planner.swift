import CivilTime
import Content
import Diagnostics
import Disclosure
import Schemas
import Theming

/// Decides what an edition consists of.
struct Planner {
    let board: Board
    let training: PublishedTraining?
    let theme: Theme
    let options: SiteOptions
    /// Pages of the trainer edition alone.
    var internalPages: InternalPages? = nil

    /// The plan, and every fault in the way pages hang together.
    func plan() -> (plan: Plan, diagnostics: [Diagnostic]) {
        let pages = board.pages.items.filter(isShown).sorted { Route($0.id) < Route($1.id) }
        let words = Wording(theme.strings)
        let made =
            audiencePages(pages, words) + [indexPage(words), searchPage(words)].compactMap(\.self)
            + Handout.all(of: pages).map { PlannedPage($0, words) }
            + (internalPages?.pages ?? []).map(PlannedPage.init)
        let redirects = pages.flatMap { page in
            page.front.aliases.map { Plan.Redirect(from: Route(alias: $0.value), to: PlannedPage(page)) }
        }
        let plan = Plan(
            board: board, training: training, theme: theme, options: options, pages: pages, made: made,
            redirects: redirects)
        return (plan, RouteCheck(plan).faults() + BoardRules(plan).faults() + HandoutRules(plan).faults())
    }

    static let searchRoute = Route("search/")

    private func indexPage(_ words: Wording) -> PlannedPage {
        PlannedPage(made: .index, at: Route("pages/"), title: words[.allPages], summary: words[.allPagesSummary])
    }

    private func searchPage(_ words: Wording) -> PlannedPage? {
        guard theme.searchScript != nil else { return nil }
        return PlannedPage(
            made: .search, at: Self.searchRoute, title: words[.search], summary: words[.searchSummary])
    }

    private func isShown(_ page: Page) -> Bool {
        options.edition.shows(page.front.readership) && (options.drafts || !page.front.isDraft)
            && page.front.publishOn.map { $0 <= options.today } ?? true
            && page.front.expiresOn.map { options.today < $0 } ?? true
    }

    private func audiencePages(_ pages: [Page], _ words: Wording) -> [PlannedPage] {
        Audience.allCases.filter { audience in
            pages.contains { $0.front.readership.audiences.contains(audience) }
        }.map { audience in
            PlannedPage(
                made: .audience(audience), at: Route("for/\(audience.rawValue)/"),
                title: words[audience: audience], summary: words[.audienceSummary])
        }
    }
}
