import Content
import Languages
import Markdown
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
        let scene = scene(of: page)
        let content = page.page.map { BodyRenderer(scene: scene, page: $0, resolver: resolver).html() }
        return sketch(page, scene, content ?? [], terms(page))
    }

    private func scene(of page: PlannedPage) -> Scene {
        Scene(plan: plan, words: words, links: Self.key(page, plan).links, site: fragments)
    }

    private func terms(_ page: PlannedPage) -> [GlossaryEntry] {
        page.page.map { fragments.terms.terms(in: $0.body.html) } ?? []
    }

    private func sketch(
        _ page: PlannedPage, _ scene: Scene, _ content: [UInt8], _ terms: [GlossaryEntry]
    ) -> Sketch {
        let (layout, facts) = Layouts.choose(page, scene)
        let drawn = Views.DrawnPage(
            planned: page, head: HeadWriter(scene: scene, page: page).html(), content: content, layout: layout,
            terms: terms)
        return Sketch(
            layout: layout, page: Views.page.value(of: scene.seen(drawn)), facts: facts ?? .absent,
            contentSize: drawn.content.count)
    }

    /// The page, and what another text can be put into later; `nil` where that cannot be: see ``PageFrame``.
    ///
    /// The page is drawn around a byte that stands in no UTF-8 text. Where it comes out once, the layout shows the text
    /// there and nowhere else.
    ///
    /// - Parameter number: Its place in the search index.
    func framed(_ planned: PlannedPage, number: Int) -> (file: SiteFile, frame: PageFrame?) {
        guard let page = planned.page, canBeFramed(page) else { return (file(planned), nil) }
        let (path, scene) = (planned.file, scene(of: planned))
        let (html, holes) = BodyRenderer(scene: scene, page: page, resolver: resolver).htmlAndHoles()
        guard !html.isEmpty else { return (file(planned), nil) }
        let terms = terms(planned)
        let around = bytes(planned, sketch(planned, scene, [Self.mark], terms))
        guard let start = around.firstIndex(of: Self.mark), !around[(start + 1)...].contains(Self.mark) else {
            return (file(planned), nil)
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: around.count - 1 + html.count) { space, count in
            for part in [around[..<start], html[...], around[(start + 1)...]] {
                count = space[count...].update(fromContentsOf: part)
            }
        }
        let frame = PageFrame(
            source: page.path, file: path, language: plan.language.tag, number: number,
            facts: TextFacts(page, terms: terms).digest, text: start..<(start + html.count),
            holes: holes.map { ($0.lowerBound + start)..<($0.upperBound + start) })
        return (SiteFile(path: path, bytes: bytes), frame)
    }

    /// No byte of UTF-8 text (RFC 3629 §3).
    private static let mark: UInt8 = 0xFF

    /// Figures in a text come from data and are no holes; what registries put on a page is searched with it; and a
    /// translation tells when its original has changed.
    private func canBeFramed(_ page: Page) -> Bool {
        page.figures.isEmpty && page.ownSearchTexts != nil
            && (page.translation != nil || plan.versions.all(of: page).count < 2)
    }

    /// - Parameter sketch: Of this page, by this renderer or by one for a school in the same style sheets.
    func file(_ page: PlannedPage, _ sketch: Sketch) -> SiteFile {
        // A copy, because the finished pages of schools and previews wait in memory, and should not hold spare room.
        SiteFile(path: page.file, bytes: bytes(page, sketch).withUnsafeBufferPointer(Array.init))
    }

    private func bytes(_ page: PlannedPage, _ sketch: Sketch) -> [UInt8] {
        let key = Self.key(page, plan)
        let scene = Scene(plan: plan, words: words, links: key.links, site: fragments)
        let root: [Value] = [
            sites[key] ?? Views.site.value(of: scene.seen(Views.Site(current: nil))), sketch.page, plan.strings.value,
            sketch.facts,
        ]
        var out: [UInt8] = []
        out.reserveCapacity(sketch.contentSize + Self.usualFrame)
        layouts[sketch.layout].render(.object(root), into: &out)
        return out
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
