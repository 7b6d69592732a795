import Content
import Integrity
import JSONText
import Languages
import Schemas

/// The part of `<head>` that safety depends on, so that no theme can get it wrong: policies, canonical address,
/// feeds, previews for other sites, structured data.
struct HeadWriter {
    let scene: Scene
    let page: PlannedPage

    /// The head of a page that only leads on.
    static func redirect() -> [UInt8] {
        var head = HTMLWriter()
        head.element(
            "meta", [("http-equiv", "Content-Security-Policy"), ("content", SecurityPolicy.nothing)])
        head.lineFeed()
        head.meta("referrer", "no-referrer")
        head.meta("robots", "noindex")
        return head.bytes
    }

    func html() -> [UInt8] {
        var head = HTMLWriter()
        policies(&head)
        head.title(title)
        head.lineFeed()
        head.meta("description", page.summary)
        switch page.subject {
        case .notFound: head.meta("robots", "noindex")
        case _ where scene.plan.edition == .public: published(&head)
        // Copies and internal sites are not for search engines.
        default: head.meta("robots", "noindex, nofollow")
        }
        return head.bytes
    }

    private var board: BoardSettings.Identity { scene.plan.board.settings.board }

    private var title: String {
        page.route.path.isEmpty ? board.name : "\(page.title) – \(board.shortName ?? board.name)"
    }

    /// A `<meta>` policy holds wherever the page is hosted; servers that can send headers send the same.
    private func policies(_ head: inout HTMLWriter) {
        let (scripts, styles) = (ownScripts.map(\.digest) + inlineScripts, ownStyles)
        let policy =
            scripts.isEmpty && styles.isEmpty
            ? scene.site.usualPolicy
            : SecurityPolicy.page(assets, scene.plan.edition, alsoRunning: scripts, alsoStyled: styles)
        head.element("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
        head.lineFeed()
        head.meta("referrer", "no-referrer")
        // Numbers that can be called are links already; a browser that guesses would make links of years and codes.
        head.meta("format-detection", "telephone=no")
    }

    private var assets: Assets { scene.site.assets }

    /// Scripts that stand in the page itself.
    private var inlineScripts: [Digest] {
        if case .copyNotes = page.subject { [CopyNotes.script.digest] } else { [] }
    }

    private var ownScripts: [Asset] {
        if case .search = page.subject, let search = assets.search {
            [search.script] + [search.indices[scene.plan.language.tag]].compactMap(\.self)
        } else {
            []
        }
    }

    private var ownStyles: [Asset] {
        let handouts: [Asset?] =
            if case .handout = page.subject { [assets.handoutStylesheet, assets.handoutPrintStylesheet] } else { [] }
        return (handouts + [scene.site.school?.stylesheet]).compactMap(\.self)
    }

    private func published(_ head: inout HTMLWriter) {
        let base = scene.plan.base
        let url = base.url(of: page.route)
        head.link("canonical", url)
        for other in page.page.map(scene.plan.alternates) ?? [] {
            head.element("link", [("rel", "alternate"), ("hreflang", other.tag), ("href", other.url)])
            head.lineFeed()
        }
        if scene.plan.hasFeed {
            head.link("alternate", scene.links.url(toFile: "feed.xml"), type: "application/atom+xml", title: board.name)
            head.link(
                "alternate", scene.links.url(toFile: "feed.json"), type: "application/feed+json", title: board.name)
        }
        // Nobody passes a search page on, and it has a script to load before it is of use.
        if !page.isSearch { social(&head, url) }
    }

    private func social(_ head: inout HTMLWriter, _ url: String) {
        head.property("og:type", page.isArticle ? "article" : "website")
        head.property("og:title", page.title)
        head.property("og:description", page.summary)
        head.property("og:url", url)
        head.property("og:site_name", board.name)
        head.meta("twitter:card", "summary")
        for value in StructuredData(scene: scene, page: page).values() { head.structuredData(value) }
    }
}

extension Plan {
    /// Whether there is anything for a feed, and anybody who may read one.
    var hasFeed: Bool { edition == .public && has(.news) }
}

extension PlannedPage {
    fileprivate var isArticle: Bool { page?.kind.word == .news }

    fileprivate var isSearch: Bool {
        if case .search = subject { true } else { false }
    }
}
