import Content
import Languages
import Schemas
import Templates

/// What is the same on many pages, worked out once: the `site` object for each depth and each part of the menu.
struct SiteFragments: Sendable {
    /// The pages that show registries.
    let directories: [Directory.Listing: Route]
    let assets: Assets
    /// The security policy of pages that run and wear nothing of their own.
    let usualPolicy: String
    let terms: TermFinder
    /// The pictures of texts, by their paths in the content folder.
    let pictures: [String: PublishedPicture]
    /// The Easy Read version of each page that has one.
    let easyRead: [ID<Page>: Page]
    /// Where readers of each language begin, the site's own first; none where there is only one.
    let starts: [(language: Language, page: PlannedPage)]
    /// Whose copy it is.
    let school: SchoolOnSite?

    init(
        _ plans: Plans, _ plan: Plan, _ assets: Assets, _ pictures: [String: PublishedPicture],
        _ school: SchoolOnSite? = nil
    ) {
        self.school = school
        let shown = plan.pages(of: .directory).compactMap { page -> (Directory.Listing, Route)? in
            if case .directory(let directory) = page.kind { (directory.of, Route(page.id)) } else { nil }
        }
        directories = Dictionary(shown, uniquingKeysWith: { first, _ in first })
        self.assets = assets
        usualPolicy = SecurityPolicy.page(assets, plan.edition)
        self.pictures = pictures
        let easy = plan.pages(of: .easyRead).compactMap { page -> (ID<Page>, Page)? in
            if case .easyRead(let easy) = page.kind { (easy.of, page) } else { nil }
        }
        easyRead = Dictionary(easy, uniquingKeysWith: { first, _ in first })
        // The glossary explains words of the site's own language.
        terms = TermFinder(plan.isOriginal ? plan.board.glossary.items : [])
        starts = plans.others.isEmpty ? [] : plans.all.compactMap { plan in plan.start.map { (plan.language, $0) } }
    }
}

/// What identifies a `site` object: pages that write links alike and stand in one part of the menu share it.
struct FragmentKey: Hashable, Sendable {
    let links: LinkStyle
    let current: ID<Page>?
}
