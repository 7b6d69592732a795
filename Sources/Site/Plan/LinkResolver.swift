import Content
import Diagnostics
import Disclosure
import Markdown
import Schemas

/// Finds out where the links of a text lead.
struct LinkResolver: Sendable {
    let plan: Plan
    /// The ids that can be linked to on each page.
    private let anchors: [ID<Page>: Set<String>]

    private init(_ plan: Plan, _ anchors: [ID<Page>: Set<String>]) {
        self.plan = plan
        self.anchors = anchors
    }

    /// A resolver for the pages of each plan, in the same order.
    static func all(_ plans: [Plan]) -> [LinkResolver] {
        let anchors = plans.flatMap { plan in plan.pages.map { ($0.id, Anchors.of($0, plan)) } }
        let byPage = Dictionary(anchors, uniquingKeysWith: { first, _ in first })
        return plans.map { LinkResolver($0, byPage) }
    }

    enum Target: Sendable, Hashable {
        /// Another site, an e-mail address, a telephone number.
        case elsewhere(String)
        case page(ID<Page>, fragment: String?)
        case file(String)
    }

    /// Where a destination leads, seen from a page; or what is wrong with it.
    func resolve(_ destination: String, from page: Page, at location: Location) -> Result<Target, LinkFault> {
        if destination.hasScheme { return .success(.elsewhere(destination)) }
        if destination.hasPrefix("/") {
            return .failure(
                fault(
                    .linkForm, "the link \"\(destination)\" starts from the server's root", location,
                    help: nearestPage(to: destination, from: page).map { "write it from this file: \($0)" }))
        }
        let (path, fragment) = destination.cut(at: UInt8(ascii: "#"))
        guard !path.isEmpty else { return anchor(fragment, on: page.id, location) }
        guard let full = RelativePath.resolve(path.percentDecoded, from: page.path) else {
            return .failure(fault(.brokenLink, "the link \"\(destination)\" leads out of the content folder", location))
        }
        return full.hasSuffix(".md")
            ? target(ID(path: full), fragment, written: destination, from: page, location)
            : media(full, written: destination, from: page, location)
    }

    private func target(
        _ id: ID<Page>, _ fragment: String?, written: String, from page: Page, _ location: Location
    ) -> Result<Target, LinkFault> {
        if let page = plan[id] { return anchor(fragment, on: page.id, location) }
        if let url = plan.publicURL(of: id) { return .success(.elsewhere(url + (fragment.map { "#" + $0 } ?? ""))) }
        if plan.board.pages.find(id) != nil {
            return .failure(
                fault(
                    .notInEdition, "the \(plan.edition.rawValue) edition does not have the page \"\(id)\"", location,
                    help: BoardRules.whyMissing))
        }
        return .failure(
            fault(
                .brokenLink, "there is no page \"\(written)\"", location,
                help: nearestPage(to: id.text, from: page).map { "did you mean \($0)?" }))
    }

    private func anchor(_ fragment: String?, on id: ID<Page>, _ location: Location) -> Result<Target, LinkFault> {
        guard let fragment, !fragment.isEmpty else { return .success(.page(id, fragment: nil)) }
        let known = anchors[id] ?? []
        if known.contains(fragment.percentDecoded) { return .success(.page(id, fragment: fragment)) }
        return .failure(
            fault(
                .brokenAnchor, "the page \"\(id)\" has no place \"#\(fragment)\"", location,
                help: Spelling.nearest(fragment, in: known.sorted()).map { "did you mean \"#\($0)\"?" }))
    }

    private func media(
        _ path: String, written: String, from page: Page, _ location: Location
    ) -> Result<Target, LinkFault> {
        if plan.board.media[path] != nil { return .success(.file(path)) }
        let candidates = plan.board.media.keys.sorted()
        return .failure(
            fault(
                .missingMedia, "there is no file \"\(written)\"", location,
                help: Spelling.nearest(path, in: candidates).map {
                    "did you mean \(RelativePath.link(to: $0, from: page.path))?"
                }))
    }

    /// The page that was most likely meant, as a link in `page` writes it.
    private func nearestPage(to path: String, from page: Page) -> String? {
        let wanted = ID<Page>(path: path)
        let known = plan.pages.map(\.id)
        let same = known.first { $0.name == wanted.name }
        let near = same?.text ?? Spelling.nearest(wanted.text, in: known.map(\.text))
        return near.flatMap { plan[ID($0)] }.map { RelativePath.link(to: $0.path, from: page.path) }
    }

    private func fault(
        _ code: DiagnosticCode, _ message: String, _ location: Location, help: String? = nil
    ) -> LinkFault {
        LinkFault(diagnostic: Diagnostic(code, message, at: location, help: help))
    }
}

struct LinkFault: Error {
    let diagnostic: Diagnostic
}

/// The places on pages that links can lead to.
enum Anchors {
    static func of(_ page: Page, _ plan: Plan) -> Set<String> {
        Set(page.body.outline.map(\.id)).union(entries(of: page, plan)).union(figures(of: page, plan))
    }

    /// Each figure of a table is a place: `table.row.column`.
    private static func figures(of page: Page, _ plan: Plan) -> [String] {
        guard !plan.indicators.tables.isEmpty else { return [] }
        return page.figureBlocks.filter { !$0.isChart }.flatMap { block -> [String] in
            guard let table = block.figureTable.flatMap({ plan.indicators[$0] }) else { return [] }
            let shown = Views.FigureTable(table, block)
            return shown.rows.flatMap { row in
                shown.columns.map { "\(table.id).\(row.id).\(table.columns[$0].id)" }
            }
        }
    }

    /// Entries of registries are places too.
    private static func entries(of page: Page, _ plan: Plan) -> [String] {
        switch page.kind {
        case .directory(let directory): ids(directory.of, plan)
        case .governance: plan.board.governance.items.map(\.id.text)
        case .actionPlan:
            (plan.board.actionPlan?.strands ?? []).flatMap { strand in
                [strand.id] + strand.outcomes.flatMap { [$0.id] + $0.actions.map(\.id) }
            }
        default: []
        }
    }

    private static func ids(_ listing: Directory.Listing, _ plan: Plan) -> [String] {
        let board = plan.board
        return switch listing {
        case .agencies: board.agencies.items.map(\.id.text)
        case .contacts: board.contacts.items.map(\.id.text)
        case .services: board.services.items.map(\.id.text)
        case .sources: board.sources.items.map(\.id.text)
        case .glossary: board.glossary.items.map(\.id.text)
        case .resources: plan.resources.items.map(\.id.text)
        case .campaigns: board.campaigns.items.map(\.id.text)
        }
    }
}
