import Diagnostics
public import Schemas

/// `data/language.yaml`: what a board adds to the wording rules that Signpost brings, and where it decides otherwise.
public struct LanguageRules: Sendable {
    public let terms: [Term]
    public let allowed: [Allowance]
    public let acronyms: [String]
    public let children: [String]
    public let linkTexts: [String]
    public let readingAges: ReadingAges

    /// A way of speaking that does harm, and what to write in its place.
    public struct Term: Sendable {
        public let id: Located<String>
        public let say: [String]
        public let instead: String
        /// Who says so.
        public let source: String
        public let weight: Weight
        /// Whether it is harmful only in a sentence about a child.
        public let aboutChildren: Bool
        /// It is harmful only beside one of these; none for everywhere.
        public let with: [String]
        /// It is harmless beside one of these.
        public let notWith: [String]
        /// Why the board's term takes the place of one that Signpost brings.
        public let reason: String?
    }

    /// How much is made of a term.
    public enum Weight: String, Sendable, CaseIterable {
        case warning, note
    }

    /// A term that may stand, and why.
    public struct Allowance: Sendable {
        /// Every term where it is left out.
        public let term: Located<String>?
        /// On every page where there are none.
        public let pages: [ID<Page>]
        public let reason: String
    }

    /// The reading age, in years, that a page may ask of each of its audiences.
    public struct ReadingAges: Sendable {
        public let limits: [Audience: Int]

        static let none = ReadingAges(limits: [:])
    }

    public static let reader: Reader<LanguageRules> = .object(
        "set of rules for wording", "What the board adds to the rules for wording, and where it decides otherwise.",
        list("terms", term, "Words that do harm, besides those that Signpost knows."),
        list("allowed", allowance, "Words that may stand after all, with the reason."),
        list("acronyms", .text, "Acronyms that every reader knows."),
        list("children", .text, "Words by which a sentence is about a child."),
        list("link_texts", .text, "Texts of links that say nothing by themselves."),
        optional(
            "reading_age", readingAges, "The reading age that a page may ask of each audience.", otherwise: .none,
            spelled: "as Signpost brings it"),
        as: LanguageRules.init)

    private static let term: Reader<Term> = .object(
        "term", "A way of speaking that does harm.",
        required("id", Reader.word.located, "A short name. That of a term that Signpost brings takes its place."),
        required("say", .nonEmptyList(of: .text), "Its forms, as they stand in sentences."),
        required("instead", .text, "What to write in its place."),
        required("source", .text, "Who says so."),
        optional(
            "weight", .word("weight"), "How much is made of it.", otherwise: .warning, spelled: "warning"),
        optional(
            "about_children", .flag, "Whether it is harmful only in a sentence about a child.", otherwise: false,
            spelled: "false"),
        list("with", .text, "Words beside which it is harmful; elsewhere it is not."),
        list("not_with", .text, "Words beside which it is harmless."),
        optional("reason", .text, "Why it takes the place of one that Signpost brings; needed then."),
        as: Term.init)

    private static let allowance: Reader<Allowance> = .object(
        "allowance", "A term that may stand, and why.",
        optional("term", Reader.word.located, "Its short name; every term where it is left out."),
        list("pages", .page, "Where it may stand; everywhere where there are none."),
        required("reason", .text, "Why, for whoever reviews the page."),
        as: Allowance.init)

    private static let readingAges: Reader<ReadingAges> = .object(
        "limit of reading age", "In years; see the Flesch–Kincaid formula.",
        fields(
            Audience.allCases.map { audience in
                optional(audience.rawValue, .integer(5...30), "For pages for \(audience.rawValue).")
            }
        ).map { ages in
            ReadingAges(
                limits: Dictionary(
                    uniqueKeysWithValues: zip(Audience.allCases, ages).compactMap { audience, age in
                        age.map { (audience, $0) }
                    }))
        })
}

extension LanguageRules {
    /// The rules that Signpost brings, changed as a board says.
    func changed(by board: LanguageRules?, _ reading: inout Reading) -> LanguageRules {
        guard let board else { return self }
        let known = Set(terms.map(\.id.value))
        for term in board.terms where known.contains(term.id.value) && term.reason == nil {
            reading.report(
                .languageRule, "\"\(term.id.value)\" takes the place of a term that Signpost brings, without a reason",
                at: term.id.location, help: "add `reason:`, or give the term an id of its own")
        }
        let own = Set(board.terms.map(\.id.value))
        for term in board.allowed.compactMap(\.term) where !known.union(own).contains(term.value) {
            reading.report(
                .languageRule, "there is no term \"\(term.value)\" to be allowed", at: term.location,
                help: Spelling.suggestion(for: term.value, in: known.union(own).sorted()))
        }
        return LanguageRules(
            terms: terms.filter { !own.contains($0.id.value) } + board.terms, allowed: board.allowed,
            acronyms: acronyms + board.acronyms, children: children + board.children,
            linkTexts: linkTexts + board.linkTexts,
            readingAges: ReadingAges(
                limits: readingAges.limits.merging(board.readingAges.limits) { _, board in board }))
    }
}
