import CivilTime
import Content
import Languages
import Schemas
import Templates

/// Everything that a view may ask for while one page is drawn: the plan, the words, and how this page writes links.
///
/// A class, although it never changes: each value that a template sees takes its scene along, and this one has more
/// than thirty parts that are counted by reference.
final class Scene: Sendable {
    let plan: Plan
    let words: Wording
    let links: LinkStyle
    let site: SiteFragments

    init(plan: Plan, words: Wording, links: LinkStyle, site: SiteFragments) {
        self.plan = plan
        self.words = words
        self.links = links
        self.site = site
    }

    /// A model together with the scene it is seen in.
    func seen<Model: Sendable>(_ model: Model) -> Seen<Model> { Seen(model: model, scene: self) }

    func seen<Model: Sendable>(_ models: [Model]) -> [Seen<Model>] { models.map(seen) }

    func link(to id: ID<Page>) -> PageLink? { plan[id].map { link(to: $0) } }

    /// A page that authors name: in a school's copy that does not take it, a link to the public site.
    func link(toKnown id: ID<Page>) -> PageLink? {
        if let link = link(to: id) { return link }
        guard let url = plan.publicURL(of: id), let page = plan.board.pages.find(id) else { return nil }
        return PageLink(title: page.navTitle, url: url, summary: page.front.summary, date: nil, language: nil)
    }

    func link(to page: Page) -> PageLink {
        let date: CivilDate? = if case .news(let news) = page.kind { news.date } else { nil }
        let language = plan.language(of: page)
        return PageLink(
            title: page.navTitle, url: links.url(to: Route(page.id)), summary: page.front.summary, date: date,
            language: language == plan.language ? nil : language.tag)
    }

    func link(to page: PlannedPage) -> PageLink {
        PageLink(title: page.navTitle, url: links.url(to: page.route), summary: page.summary, date: nil, language: nil)
    }

    /// The page that shows a registry, where the edition has one.
    func directoryURL(_ listing: Directory.Listing, entry: String? = nil) -> String? {
        site.directories[listing].map { links.url(to: $0, fragment: entry) }
    }
}

/// A model as one page sees it.
@dynamicMemberLookup
struct Seen<Model: Sendable>: Sendable {
    let model: Model
    let scene: Scene

    subscript<Part>(dynamicMember path: KeyPath<Model, Part>) -> Part { model[keyPath: path] }
}

/// A link to a page, ready to print.
struct PageLink: Sendable {
    let title: String
    let url: String
    let summary: String
    let date: CivilDate?
    /// Its language, where that is not the one of the page with the link.
    let language: String?
}
