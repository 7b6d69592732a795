public import Diagnostics
public import Templates

/// A theme and the themes it builds on, read and found whole.
public struct Theme: Sendable {
    public let name: String
    public let title: String
    public let summary: String
    /// Layouts and partials, to be compiled against the shape of each kind of page.
    public let templates: TemplateLibrary
    public let components: [String: Component]
    public let strings: Strings
    /// All styles in their order: the themes' own, the settings, then the components'.
    public let stylesheet: [UInt8]
    /// The styles for paper, which every page names with `media="print"`.
    public let printStylesheet: [UInt8]
    /// The styles of posters, cards and leaflets, on screen and on paper.
    public let handoutStylesheet: [UInt8]
    /// The scripts in their order, as one.
    public let script: [UInt8]
    /// Styles and scripts that only the training team's own pages need, for the trainer edition.
    public let deskStylesheet: [UInt8]
    public let deskScript: [UInt8]
    /// The script of the search page; `nil` where the theme has no search.
    public let searchScript: [UInt8]?
    /// How wide pictures stand in texts, for the attribute `sizes` (HTML, "sizes attributes").
    public let pictureSizes: String
    /// Other files under `assets/`, by their names below it; each with the path that messages use.
    public let assets: [String: SourceFile]
}

/// The words of the interface in one language.
public struct Strings: Sendable {
    public let shape: Shape
    public let value: Value
    private let texts: [String: String]

    init(_ pairs: [(key: String, text: String)]) {
        shape = Shape("strings", pairs.map { .init($0.key, .text, $0.text) })
        value = .object(pairs.map { .text($0.text) })
        texts = Dictionary(pairs.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    /// The text under a key that the code itself needs; the key where the theme has none.
    public subscript(key: String) -> String { texts[key] ?? key }
}
