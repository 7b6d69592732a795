import CivilTime
import Content
import Diagnostics
import Theming

/// The words that code, rather than a template, puts on a page. All of them come from the theme's strings.
struct Wording: Sendable {
    private let strings: Strings

    init(_ strings: Strings) { self.strings = strings }

    /// Single words and sentences.
    enum Key: String, CaseIterable {
        case home
        case allPages = "all_pages"
        case allPagesSummary = "all_pages_summary"
        case search
        case searchSummary = "search_summary"
        case audienceSummary = "audience_summary"
        case notFoundTitle = "not_found_title"
        case notFoundText = "not_found_text"
        case refresherMonths = "refresher_months"
        case figuresSentence = "figures_sentence"
        case online
        case cancelled
        case countsNote = "counts_note"
        case poster, cards, leaflet
        case posterTitle = "poster_title"
        case posterSummary = "poster_summary"
        case cardsTitle = "cards_title"
        case cardsSummary = "cards_summary"
        case leafletTitle = "leaflet_title"
        case leafletSummary = "leaflet_summary"
    }

    subscript(key: Key) -> String { strings[key.rawValue] }

    /// A fixed word of the content model in the language of the site: `word("audience", .parents)`.
    subscript(audience audience: Audience) -> String { strings["audience_\(audience.rawValue.asKey)"] }

    func word(_ group: String, _ word: some RawRepresentable<String>) -> String {
        strings["\(group)_\(word.rawValue.asKey)"]
    }

    /// `21 November 2026`
    func date(_ date: CivilDate) -> String { "\(date.day) \(month(date)) \(date.year)" }

    /// `November 2026`
    func monthAndYear(_ date: CivilDate) -> String { "\(month(date)) \(date.year)" }

    func weekday(_ date: CivilDate) -> String { strings["weekday_\(date.weekday.rawValue + 1)"] }

    private func month(_ date: CivilDate) -> String { strings["month_\(date.month)"] }

    /// A sentence with places in braces: `{runs} runs, {people} people`.
    func sentence(_ key: Key, _ parts: [String: String]) -> String {
        parts.reduce(self[key]) { text, part in
            text.split(separator: "{\(part.key)}", omittingEmptySubsequences: false).joined(separator: part.value)
        }
    }
}

extension Wording {
    /// All keys that a theme's strings must have for the code's sake.
    static let keys: [String] =
        Key.allCases.map(\.rawValue) + words("audience", Audience.self) + words("agency", Agency.Sector.self)
        + words("service", Service.Sector.self) + words("format", Course.Format.self)
        + words("resource", Resource.Format.self) + words("phase", Resource.Phase.self)
        + words("sector", PremisesGuide.Sector.self) + words("status", Strategy.DocumentControl.Status.self)
        + words("rating", ActionPlan.Rating.self) + (1...12).map { "month_\($0)" } + (1...7).map { "weekday_\($0)" }

    private static func words<Word: RawRepresentable<String> & CaseIterable>(
        _ group: String, _ type: Word.Type
    ) -> [String] {
        Word.allCases.map { "\(group)_\($0.rawValue.asKey)" }
    }
}

extension String {
    /// Strings' keys are written with underscores.
    fileprivate var asKey: String { split(separator: "-").joined(separator: "_") }
}
