import CivilTime
import Content
import Languages
import Markdown
import Schemas
import Templates

extension Views {
    /// A heading of the page, for its table of contents.
    struct ContentsEntry: Sendable {
        let text: String
        let id: String
        var deeper: [ContentsEntry] = []

        /// The second- and third-level headings of a text, where there are at least three of the second level.
        static func entries(_ outline: [MarkdownDocument.Heading]) -> [ContentsEntry] {
            var entries: [ContentsEntry] = []
            for heading in outline where heading.level <= 3 {
                let entry = ContentsEntry(text: heading.text, id: heading.id)
                if heading.level == 3, !entries.isEmpty {
                    entries[entries.count - 1].deeper.append(entry)
                } else {
                    entries.append(entry)
                }
            }
            return entries.count >= fewestHeadings ? entries : []
        }

        /// With fewer headings a table of contents is longer than the look it saves.
        private static let fewestHeadings = 3
    }

    static let contentsLink = View<ContentsEntry>(
        "heading",
        [
            .text("text", "The heading.") { $0.text },
            .text("url", "Its place on the page.") { "#" + $0.id },
        ])

    static let contentsEntry = View<ContentsEntry>(
        "heading",
        [
            .text("text", "The heading.") { $0.text },
            .text("url", "Its place on the page.") { "#" + $0.id },
            .list("deeper", "The headings below it.", contentsLink) { $0.deeper },
        ])

    /// A page with the parts that are drawn before its layout.
    struct DrawnPage: Sendable {
        let planned: PlannedPage
        let head: [UInt8]
        let content: [UInt8]
        let layout: String
        /// The words of the glossary that its text uses.
        var terms: [GlossaryEntry] = []

        var front: FrontMatter? { planned.origin?.front }
    }

    static let page = View<Seen<DrawnPage>>(
        "page",
        [
            .text("title", "Its title.") { $0.planned.title },
            .text("nav_title", "Its shorter title for menus, or its title.") { $0.planned.navTitle },
            .text("summary", "Its summary.") { $0.planned.summary },
            .text("url", "Its own address.") { $0.scene.url(of: $0.planned) },
            .text("lang", "Its language.") { $0.scene.plan.language.tag },
            .text("dir", "Its direction of writing.") { $0.scene.plan.language.direction },
            .list("versions", "The page in every language it has, its own among them.", pageVersion) { it in
                it.scene.versions(of: it.planned)
            },
            .object("stale", "The page that it was translated from, where that has changed since.", link) { it in
                it.scene.staleOriginal(of: it.planned).map(it.scene.seen)
            },
            .text("kind", "Its layout's name, for styles.") { $0.layout },
            .html("head", "Title, description, policies, feeds and structured data; put it into `<head>`.") { $0.head },
            .html("content", "Its text.") { $0.content },
            .list("breadcrumbs", "The pages above it, the front page first.", link) { it in
                it.scene.seen(it.scene.crumbs(of: it.planned))
            },
            .list("toc", "Its headings, where there are at least three.", contentsEntry) {
                ContentsEntry.entries($0.planned.page?.body.outline ?? [])
            },
            .object("easy_read", "Its Easy Read version.", link) { it in
                it.planned.page.flatMap { it.scene.site.easyRead[$0.subject] }.map {
                    it.scene.seen(it.scene.link(to: $0))
                }
            },
            .object("bsl", "Its film in British Sign Language.", signedFilm) { it in
                it.front?.bsl.map(it.scene.seen)
            },
            .object("reviewed", "When it was last reviewed.", date) { it in
                it.front?.reviewed.map(it.scene.seen)
            },
            .object("review_by", "When it is to be reviewed next.", date) { it in
                it.front?.reviewBy.map(it.scene.seen)
            },
            .flag("overdue", "Whether its review is overdue and the page is to say so.") { it in
                it.scene.plan.board.settings.reviews.overdue != .note
                    && it.front?.reviewBy.map { $0 < it.scene.plan.today } ?? false
            },
            .object("replaced_by", "The page that took its place.", link) { it in
                it.front?.succession.replacedBy.flatMap { it.scene.link(to: $0.value) }.map(it.scene.seen)
            },
            .object("valid_from", "The first day on which it holds, where it has one.", date) { it in
                it.planned.origin?.validity.map { it.scene.seen($0.from) }
            },
            .object("valid_to", "The last day on which it holds, where it has one.", date) { it in
                it.planned.origin?.validity.map { it.scene.seen($0.to) }
            },
            .list("earlier", "The pages whose place it took, the latest first.", earlierVersion) { it in
                it.scene.seen(it.planned.page.map(it.scene.earlierVersions) ?? [])
            },
            .optionalText("owner", "The post that keeps it right.") { $0.front?.owner },
            .list("audiences", "The pages of the audiences it is for.", link) { it in
                let own = it.front?.readership.audiences ?? []
                return it.scene.seen(
                    it.scene.plan.audiencePages.filter {
                        if case .audience(let audience) = $0.subject { own.contains(audience) } else { false }
                    }.map(it.scene.link(to:)))
            },
            .list("contacts", "The contacts beside it.", contact) { $0.scene.contacts($0.front?.contacts ?? []) },
            .list("sources", "What it rests on.", source) { it in
                it.scene.seen((it.front?.sources ?? []).map { it.scene.plan.board.sources[$0] })
            },
            .list("terms", "Words of the glossary that it uses.", term) { it in
                it.scene.seen(it.terms)
            },
            .object("previous", "The page before it in its pathway or track.", link) { it in
                it.scene.sequence(of: it.planned)?.previous.flatMap(it.scene.link(to:)).map(it.scene.seen)
            },
            .object("next", "The page after it in its pathway or track.", link) { it in
                it.scene.sequence(of: it.planned)?.next.flatMap(it.scene.link(to:)).map(it.scene.seen)
            },
            .list("handouts", "What can be printed from it, such as a poster.", link) { it in
                guard let page = it.planned.page else { return [] }
                return it.scene.seen(it.scene.handouts(of: page))
            },
            .list("styles", "Style sheets that only this page loads.", asset) { it in
                guard case .handout = it.planned.subject else { return [] }
                let assets = it.scene.site.assets
                return [assets.handoutStylesheet].compactMap { $0.map { it.scene.link(to: $0) } }
                    + [assets.handoutPrintStylesheet].compactMap { $0.map { it.scene.link(to: $0, media: "print") } }
            },
            .list("children", "The pages of its folder, on the folder's own page.", link) { it in
                guard let page = it.planned.page, page.isFolderPage else { return [] }
                return it.scene.seen(it.scene.plan.children(of: page.subject).map(it.scene.link(to:)))
            },
        ])
}

extension Page {
    /// Whether it is the `index.md` of its folder.
    fileprivate var isFolderPage: Bool { path == "index.md" || path.hasSuffix("/index.md") }
}

extension Scene {
    func crumbs(of planned: PlannedPage) -> [PageLink] {
        if case .internal(let page) = planned.subject { return crumbs(of: page) }
        return crumbsWithRoutes(of: planned).map(link(to:))
    }

    func handouts(of page: Page) -> [PageLink] {
        plan.handouts(of: page).map(link(to:))
    }

    func sequence(of planned: PlannedPage) -> Plan.Sequence? {
        planned.page.flatMap { plan.sequences[$0.subject] }
    }
}
