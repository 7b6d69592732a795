import Content
import Schemas

/// Something to print and hand out that is made from a page: it is a page of its own, below the page it is made from.
struct Handout: Sendable {
    let form: Form
    let page: Page

    /// What it is on paper. Each has a layout of its own name.
    enum Form: String, Sendable, CaseIterable {
        /// One sheet of A4 for a wall.
        case poster
        /// One sheet of A4 with wallet cards to cut out and fold.
        case cards
        /// Two sides of A4 to fold in the middle.
        case leaflet
    }

    var route: Route { Route(Route(page.id).path + form.rawValue + "/") }

    /// What this edition offers to print: a poster and cards for each sort of premises, a leaflet for each pathway.
    static func all(of pages: [Page]) -> [Handout] {
        let pathways = Set(pages.filter { $0.kind.word == .step }.compactMap(\.id.parent))
        return pages.flatMap { page -> [Handout] in
            switch page.kind {
            case .premises: [Handout(form: .poster, page: page), Handout(form: .cards, page: page)]
            case .section(let section) where section.lists == .step && pathways.contains(page.id):
                [Handout(form: .leaflet, page: page)]
            default: []
            }
        }
    }
}

extension PlannedPage {
    init(_ handout: Handout, _ words: Wording) {
        let (name, title, summary) = handout.form.keys
        route = handout.route
        self.title = words.sentence(title, ["page": handout.page.navTitle])
        navTitle = words[name]
        self.summary = words[summary]
        subject = .handout(handout)
    }
}

extension Handout.Form {
    fileprivate var keys: (name: Wording.Key, title: Wording.Key, summary: Wording.Key) {
        switch self {
        case .poster: (.poster, .posterTitle, .posterSummary)
        case .cards: (.cards, .cardsTitle, .cardsSummary)
        case .leaflet: (.leaflet, .leafletTitle, .leafletSummary)
        }
    }
}
