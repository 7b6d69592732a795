import Content
import Schemas
import Templates
import Theming

/// Draws pages. Pure and without shared state, so that pages are drawn on all cores at once.
struct PageRenderer: Sendable {
    let plan: Plan
    let words: Wording
    let fragments: SiteFragments
    let layouts: CompiledLayouts
    let resolver: LinkResolver
    /// The `site` object for every way of writing links and every part of the menu.
    private let sites: [FragmentKey: Value]

    /// - Parameters:
    ///   - resolver: Of the language whose pages are drawn.
    ///   - pictures: The pictures of texts, by their paths in the content folder.
    ///   - school: Whose copy it is drawn for.
    init(
        _ plans: Plans, _ assets: Assets, _ layouts: CompiledLayouts, _ resolver: LinkResolver,
        _ pictures: [String: PublishedPicture], for school: SchoolOnSite? = nil
    ) {
        let plan = resolver.plan
        self.plan = plan
        self.layouts = layouts
        self.resolver = resolver
        words = Wording(plan.strings)
        fragments = SiteFragments(plans, plan, assets, pictures, school)
        var sites: [FragmentKey: Value] = [:]
        for page in plan.allPages {
            let key = Self.key(page, plan)
            guard sites[key] == nil else { continue }
            let scene = Scene(plan: plan, words: words, links: key.links, site: fragments)
            sites[key] = Views.site.value(of: scene.seen(Views.Site(current: key.current)))
        }
        self.sites = sites
    }

    /// Everything of a page but its frame, worked out and not yet drawn: it is the same for all schools that show it in
    /// the same style sheets.
    struct Sketch: Sendable {
        fileprivate let layout: String
        fileprivate let page: Value
        fileprivate let facts: Value
        fileprivate let contentSize: Int
    }

    func file(_ page: PlannedPage) -> SiteFile { file(page, sketch(page)) }

    func sketch(_ page: PlannedPage) -> Sketch {
        let scene = Scene(plan: plan, words: words, links: Self.key(page, plan).links, site: fragments)
        let (layout, facts) = Layouts.choose(page, scene)
        let drawn = Views.DrawnPage(
            planned: page, head: HeadWriter(scene: scene, page: page).html(),
            content: page.page.map { BodyRenderer(scene: scene, page: $0, resolver: resolver).html() } ?? [],
            layout: layout)
        return Sketch(
            layout: layout, page: Views.page.value(of: scene.seen(drawn)), facts: facts ?? .absent,
            contentSize: drawn.content.count)
    }

    /// - Parameter sketch: Of this page, by this renderer or by one for a school in the same style sheets.
    func file(_ page: PlannedPage, _ sketch: Sketch) -> SiteFile {
        let key = Self.key(page, plan)
        let scene = Scene(plan: plan, words: words, links: key.links, site: fragments)
        let root: [Value] = [
            sites[key] ?? Views.site.value(of: scene.seen(Views.Site(current: nil))), sketch.page, plan.strings.value,
            sketch.facts,
        ]
        var out: [UInt8] = []
        out.reserveCapacity(sketch.contentSize + Self.usualFrame)
        layouts[sketch.layout].render(.object(root), into: &out)
        // A copy, because the finished pages wait in memory until all are checked, and should not hold spare room.
        return SiteFile(path: page.file, bytes: out.withUnsafeBufferPointer(Array.init))
    }

    /// What a page weighs without its text, roughly; only a hint for the buffer.
    private static let usualFrame = 12 * 1024

    func file(_ redirect: Plan.Redirect) -> SiteFile {
        let links = LinkStyle(from: redirect.from, namesIndex: plan.edition == .school)
        let made = PlannedPage(made: .notFound, at: redirect.from, title: redirect.to.title, summary: "")
        let scene = Scene(plan: plan, words: words, links: links, site: fragments)
        let drawn = Views.DrawnPage(planned: made, head: HeadWriter.redirect(), content: [], layout: "redirect")
        let root: [Value] = [
            Views.site.value(of: scene.seen(Views.Site(current: nil))), Views.page.value(of: scene.seen(drawn)),
            plan.strings.value, Views.redirect.value(of: scene.link(to: redirect.to)),
        ]
        return SiteFile(path: redirect.from.file, bytes: layouts["redirect"].render(.object(root)))
    }

    private static func key(_ page: PlannedPage, _ plan: Plan) -> FragmentKey {
        let links: LinkStyle =
            if case .notFound = page.subject {
                LinkStyle(below: plan.base.path)
            } else {
                LinkStyle(from: page.route, namesIndex: plan.edition == .school)
            }
        return FragmentKey(links: links, current: plan.menuEntry(of: page))
    }
}

extension PlannedPage {
    /// The file that holds the page.
    fileprivate var file: String {
        switch subject {
        case .notFound: "404.html"
        case .copyNotes: CopyNotes.path
        default: route.file
        }
    }
}

extension Plan {
    /// All pages of the site: those of the content folder, those that no file stands for, and the one for missing
    /// pages. That one answers at any depth, so its links start from the server's root: a copy that does not know
    /// where it will stand has none. One site has one, in its own language.
    var allPages: [PlannedPage] {
        pages.map(PlannedPage.init) + made + (edition == .school || !isOriginal ? [] : [notFound])
    }

    private var notFound: PlannedPage {
        let words = Wording(strings)
        return PlannedPage(
            made: .notFound, at: Route("404.html"), title: words[.notFoundTitle], summary: words[.notFoundText])
    }

    /// The entry of the main menu that a page belongs to: the page itself, or the nearest folder above it.
    func menuEntry(of page: PlannedPage) -> ID<Page>? {
        var at = page.origin?.subject
        while let id = at {
            if board.settings.navigation.contains(id) { return id }
            at = id.parent
        }
        return nil
    }
}
