import Content
import Diagnostics
import Markdown
import Schemas
import Theming

/// Pages that only the search and the list of all pages lead to.
///
/// What layouts link to by themselves is known first: menus, the pages of a section, a track's courses, directories.
/// Texts are searched for the few pages that are left, if any; most boards have none.
struct OrphanPages {
    let resolver: LinkResolver

    private var plan: Plan { resolver.plan }

    func faults() -> [Diagnostic] {
        // A copy lacks pages, and what lead to others may be among them.
        guard plan.leftOut.isEmpty else { return [] }
        var lonely = candidates()
        guard !lonely.isEmpty else { return [] }
        let names = Set(lonely.values.map { $0.path.lastPart })
        for page in plan.pages {
            for id in targets(of: page, among: names) where id != page.subject { lonely[id] = nil }
        }
        return lonely.values.filter { $0.translation == nil }.map {
            Diagnostic(
                .orphanPage, "no page leads to \"\($0.front.title)\"", at: .wholeFile($0.shownPath),
                help: "link to it from a page where readers would look for it")
        }
    }

    /// The pages to which no layout links by itself.
    private func candidates() -> [ID<Page>: Page] {
        let settings = plan.board.settings
        var reached = Set(settings.navigation + settings.footer + [settings.safetyPage ?? .home, .home])
        for page in plan.pages {
            if let parent = page.subject.parent { reached.insert(parent) }
            let succession = page.front.succession
            reached.formUnion([succession.replaces?.value, succession.replacedBy?.value].compactMap(\.self))
            switch page.kind {
            case .home(let home): reached.formUnion(home.doors.map(\.to))
            case .section: reached.formUnion(plan.children(of: page.subject).map(\.subject))
            case .definition(let definition): reached.formUnion([definition.supersededBy].compactMap(\.self))
            case .track(let track): reached.formUnion(track.courses + track.prerequisites)
            case .easyRead(let easy): reached.formUnion([easy.of, page.subject])
            case .strategy: reached.formUnion(plan.pages(of: .actionPlan).map(\.subject))
            // Contacts, words, sources and courses that pages name are links to these.
            case .directory, .calendar, .roster, .course: reached.insert(page.subject)
            default: break
            }
        }
        let rest = plan.pages.filter { !reached.contains($0.subject) && $0.shownPath.hasSuffix(".md") }
        return Dictionary(rest.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a page's text and blocks lead, as far as it may be one of the files of these names.
    private func targets(of page: Page, among names: Set<String>) -> [ID<Page>] {
        let links = page.documents.flatMap { $0.links.map { Located($0.destination, at: $0.location) } }
        let written = (links + page.componentLinks).filter { names.contains($0.value.withoutFragment.lastPart) }
        let found = written.compactMap { link -> ID<Page>? in
            guard case .success(.page(let id, _)) = resolver.resolve(link.value, from: page, at: link.location) else {
                return nil
            }
            return plan[id]?.subject
        }
        return found + page.components.flatMap { named($0.component.parameters, $0.arguments) }
    }

    private func named(_ parameters: [Parameter], _ arguments: [Argument]) -> [ID<Page>] {
        zip(parameters, arguments).flatMap { parameter, argument -> [ID<Page>] in
            switch (parameter.type, argument) {
            case (.host(let type), .host(let ids)) where ["page", "definition"].contains(type.word): ids.map { ID($0) }
            case (.list(let fields), .list(let items)): items.flatMap { named(fields, $0) }
            default: []
            }
        }
    }
}

extension String {
    fileprivate var lastPart: String {
        utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
    }

    fileprivate var withoutFragment: String {
        utf8.firstIndex(of: UInt8(ascii: "#")).map { String(self[..<$0]) } ?? self
    }
}
