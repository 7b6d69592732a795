public import Languages
public import Templates

/// The words of the interface in one language.
///
/// The strings of all languages of a theme have the same shape, so that a template compiled against one is filled from
/// any.
public struct Strings: Sendable {
    public let language: Language
    /// What templates can use: every word but those that stand beside a number.
    public let shape: Shape
    public let value: Value
    private let texts: [String: String]

    /// - Parameters:
    ///   - texts: All words by their keys, plural forms among them.
    ///   - plurals: The keys of words that stand beside a number, without their endings.
    init(_ language: Language, _ texts: [String: String], plurals: Set<String>) {
        let forms = Set(plurals.flatMap { key in PluralCategory.allCases.map { $0.key(of: key) } })
        let shown = texts.filter { !forms.contains($0.key) }.sorted { $0.key < $1.key }
        self.language = language
        self.texts = texts
        shape = Shape("strings", shown.map { .init($0.key, .text, $0.value) })
        value = .object(shown.map { .text($0.value) })
    }

    /// The text under a key that the code itself needs; the key where the theme has none.
    public subscript(key: String) -> String { texts[key] ?? key }

    public func has(_ key: String) -> Bool { texts[key] != nil }

    /// The form of a word that stands beside a number; the key where the theme has none.
    public func form(of key: String, beside number: Double) -> String {
        texts[language.plural(of: number).key(of: key)] ?? self[PluralCategory.other.key(of: key)]
    }
}

extension PluralCategory {
    /// `runs_few`: the key of one form of the word `runs`.
    func key(of word: String) -> String { "\(word)_\(rawValue)" }
}
