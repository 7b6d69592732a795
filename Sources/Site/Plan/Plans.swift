import Content
import Languages
import Schemas

/// One edition of a site in all its languages.
struct Plans: Sendable {
    /// In the site's own language.
    let original: Plan
    /// In the languages that pages are translated into, as far as there are pages.
    let others: [Plan]

    var all: [Plan] { [original] + others }
}

extension Plan {
    /// Where readers of the plan's language begin: the front page, or else the list of the pages that there are.
    var start: PlannedPage? {
        let front = pages.first { $0.subject == .home }.map(PlannedPage.init)
        return front ?? made.first { if case .index = $0.subject { true } else { false } }
    }

    /// The folder of the language, with a slash; nothing for the site's own.
    var folder: String { Self.folder(of: language, board) }

    static func folder(of language: Language, _ board: Board) -> String {
        language == board.settings.languages.own ? "" : language.tag + "/"
    }

    /// Where the search page is, where the theme has one.
    var searchRoute: Route { Route(folder + "search/") }

    /// The list of all pages in the plan's language.
    var index: PlannedPage? { made.first { if case .index = $0.subject { true } else { false } } }
}
