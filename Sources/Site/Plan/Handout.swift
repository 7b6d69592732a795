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

    /// What there is to print in one language: a poster and cards for each sort of premises, a leaflet for each pathway.
    /// A pathway of which a step has not been translated has none: half of what to do can be worse than nothing.
    ///
    /// - Parameters:
    ///   - pages: Those in this language.
    ///   - originals: Those in the site's own language.
    static func all(of pages: [Page], translatedFrom originals: [Page]) -> [Handout] {
        let present = Set(pages.map(\.subject))
        let steps = Dictionary(grouping: originals.filter { $0.kind.word == .step }.map(\.subject), by: \.parent)
        let pathways = Set(steps.filter { present.isSuperset(of: $0.value) }.compactMap(\.key))
        return pages.flatMap { page -> [Handout] in
            switch page.kind {
            case .premises: [Handout(form: .poster, page: page), Handout(form: .cards, page: page)]
            case .section(let section) where section.lists == .step && pathways.contains(page.subject):
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
