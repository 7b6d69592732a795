import CivilTime
import Content
import Diagnostics
import Disclosure
import Languages
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

    /// A plan for each language, and every fault in the way pages hang together.
    func plan() -> (plans: Plans, diagnostics: [Diagnostic]) {
        let shown = board.pages.items.filter(isShown)
        let taken = options.scope.map { scope in shown.filter(scope.takes) } ?? shown
        let versions = PageVersions(taken, board.settings.languages)
        let present = Set(taken.map(\.id))
        let leftOut = Set(shown.lazy.map(\.id).filter { !present.contains($0) })
        // All pages count, and not those of this edition alone: what is hidden does not depend on what is built.
        let indicators = PublishedIndicators(onPagesOf: board, with: training?.collected ?? .none)
        let plans = Plans(
            original: plan(board.settings.languages.own, versions, leftOut, indicators),
            others: versions.others.map { plan($0, versions, leftOut, indicators) })
        let mentions = plans.others.flatMap { plan in plan.pages.flatMap(Mentions(plan).faults) }
        return (
            plans,
            RouteCheck(plans.all).faults() + BoardRules(plans.original).faults() + mentions
                + plans.all.flatMap { HandoutRules($0).faults() + FigureRules(plan: $0).faults() }
        )
    }

    private func plan(
        _ language: Language, _ versions: PageVersions, _ leftOut: Set<ID<Page>>, _ indicators: PublishedIndicators
    ) -> Plan {
        let words = Wording(theme.strings(in: language))
        let prefix = Plan.folder(of: language, board)
        let pages = versions.pages(in: language)
        let index = indexPage(words, below: prefix)
        let made =
            audiencePages(pages, words, below: prefix) + [index, searchPage(words, below: prefix)].compactMap(\.self)
            + Handout.all(of: pages, translatedFrom: versions.pages(in: board.settings.languages.own))
            .map { PlannedPage($0, words) }
            + (prefix.isEmpty ? internalPages?.pages ?? [] : []).map(PlannedPage.init)
        let aliases = pages.flatMap { page in
            page.front.aliases.map { Plan.Redirect(from: Route(alias: $0.value), to: PlannedPage(page)) }
        }
        // Where the front page has no translation, the list of pages opens the part of the site in this language.
        let opens = prefix.isEmpty || pages.contains { $0.subject == .home }
        return Plan(
            board: board, training: training, indicators: indicators, theme: theme, options: options,
            language: language, versions: versions, leftOut: leftOut, made: made,
            redirects: aliases + (opens ? [] : [Plan.Redirect(from: Route(prefix), to: index)]))
    }

    private func indexPage(_ words: Wording, below prefix: String) -> PlannedPage {
        PlannedPage(
            made: .index, at: Route(prefix + "pages/"), title: words[.allPages], summary: words[.allPagesSummary])
    }

    private func searchPage(_ words: Wording, below prefix: String) -> PlannedPage? {
        guard theme.searchScript != nil else { return nil }
        return PlannedPage(
            made: .search, at: Route(prefix + "search/"), title: words[.search], summary: words[.searchSummary])
    }

    private func isShown(_ page: Page) -> Bool {
        options.edition.shows(page.front.readership) && (options.drafts || !page.front.isDraft)
            && page.front.publishOn.map { $0 <= options.today } ?? true
            && page.front.expiresOn.map { options.today < $0 } ?? true
    }

    private func audiencePages(_ pages: [Page], _ words: Wording, below prefix: String) -> [PlannedPage] {
        Audience.allCases.filter { audience in
            pages.contains { $0.front.readership.audiences.contains(audience) }
        }.map { audience in
            PlannedPage(
                made: .audience(audience), at: Route("\(prefix)for/\(audience.rawValue)/"),
                title: words[audience: audience], summary: words[.audienceSummary])
        }
    }
}
