import CivilTime
import Content
import Diagnostics
import Disclosure
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
        case copyTitle = "copy_title"
        case copySummary = "copy_summary"
        case notFoundTitle = "not_found_title"
        case notFoundText = "not_found_text"
        case date
        case monthAndYear = "month_and_year"
        case decimalMark = "decimal_mark"
        case figuresSentence = "figures_sentence"
        case online
        case cancelled
        case countsNote = "counts_note"
        case notKnown = "not_known"
        case poster, cards, leaflet
        case posterTitle = "poster_title"
        case posterSummary = "poster_summary"
        case cardsTitle = "cards_title"
        case cardsSummary = "cards_summary"
        case leafletTitle = "leaflet_title"
        case leafletSummary = "leaflet_summary"
        case statementApplies = "statement_applies"
        case statementFull = "statement_full"
        case statementPartial = "statement_partial"
        case statementNone = "statement_none"
    }

    /// Words that stand beside a number, each with a form for every plural category of its language.
    enum Counted: String, CaseIterable {
        case refresherMonths = "refresher_months"
        case hours = "count_hours"
        case runs = "count_runs"
        case people = "count_people"
        case agencies = "count_agencies"
    }

    subscript(key: Key) -> String { strings[key.rawValue] }

    /// A fixed word of the content model in the language of the site: `word("audience", .parents)`.
    subscript(audience audience: Audience) -> String { strings["audience_\(audience.rawValue.asKey)"] }

    func word(_ group: String, _ word: some RawRepresentable<String>) -> String {
        strings["\(group)_\(word.rawValue.asKey)"]
    }

    /// `21 November 2026`
    func date(_ date: CivilDate) -> String {
        sentence(
            .date,
            ["day": String(date.day), "month": strings["month_\(date.month)"], "year": String(date.year)])
    }

    /// `November 2026`
    /// Some languages have other forms of their months where no day stands before them.
    func monthAndYear(_ date: CivilDate) -> String {
        sentence(.monthAndYear, ["month": strings["month_alone_\(date.month)"], "year": String(date.year)])
    }

    func weekday(_ date: CivilDate) -> String { strings["weekday_\(date.weekday.rawValue + 1)"] }

    /// Western digits in every language: they are what readers see on a telephone and a calendar here. Only the mark
    /// before fractions differs.
    func number(_ number: Double) -> String {
        number.plain.split(separator: ".").joined(separator: self[.decimalMark])
    }

    /// `3 runs`, in the form that the language has beside such a number.
    ///
    /// - Parameter shown: What stands for the number, such as the sign for a hidden one.
    func counted(_ key: Counted, _ number: Double?, shown: String? = nil) -> String {
        let form = number.map { strings.form(of: key.rawValue, beside: $0) } ?? strings["\(key.rawValue)_other"]
        return Self.filled(form, ["n": shown ?? number.map(self.number) ?? ""])
    }

    /// A sentence with places in braces: `{runs} runs, {people} people`.
    func sentence(_ key: Key, _ parts: KeyValuePairs<String, String>) -> String {
        Self.filled(self[key], parts)
    }

    /// In one pass: what stands in a part is never taken for a place.
    private static func filled(_ text: String, _ parts: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let start = rest.index(after: open)
            let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
            guard let end, let part = parts.first(where: { rest[start..<end].elementsEqual($0.key.utf8) })?.value else {
                filled += Substring(rest[..<start])
                rest = rest[start...]
                continue
            }
            filled += Substring(rest[..<open])
            filled += part
            rest = rest[rest.index(after: end)...]
        }
        return filled + Substring(rest)
    }
}

extension Wording {
    /// All keys that a theme's strings must have for the code's sake.
    static let keys: [String] =
        Key.allCases.map(\.rawValue) + words("audience", Audience.self) + words("agency", Agency.Sector.self)
        + words("service", Service.Sector.self) + words("format", Course.Format.self)
        + words("resource", Resource.Format.self) + words("phase", Resource.Phase.self)
        + words("sector", PremisesGuide.Sector.self) + words("status", Strategy.DocumentControl.Status.self)
        + Counted.allCases.flatMap { ["\($0.rawValue)_one", "\($0.rawValue)_other"] }
        + words("because", AccessibilityStatement.Issue.Reason.self) + words("collected", CollectedWord.self)
        + words("rating", ActionPlan.Rating.self)
        + (1...12).flatMap { ["month_\($0)", "month_alone_\($0)"] }
        + (1...7).map { "weekday_\($0)" }

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
