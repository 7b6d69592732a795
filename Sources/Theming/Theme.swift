public import Diagnostics
public import Languages
public import Markdown
import Schemas
public import Templates

/// A theme and the themes it builds on, read and found whole.
public struct Theme: Sendable {
    public let name: String
    public let title: String
    public let summary: String
    /// Its `theme.yaml`, for faults that no line of a file shows.
    public let place: Location
    /// The English words, for faults in what is not there.
    public let stringsPlace: Location
    /// Layouts and partials, to be compiled against the shape of each kind of page.
    public let templates: TemplateLibrary
    public let components: [String: Component]
    /// The words in the site's own language.
    public let strings: Strings
    /// The words in the other languages of the site.
    let translations: [Language: Strings]
    /// All styles in their order: the themes' own, the settings, then the components'.
    public let stylesheet: [UInt8]
    /// The styles for paper, which every page names with `media="print"`.
    public let printStylesheet: [UInt8]
    /// The styles of posters, cards and leaflets, on screen and on paper.
    public let handoutStylesheet: [UInt8]
    /// What they need besides on paper, with `media="print"`.
    public let handoutPrintStylesheet: [UInt8]
    let settings: ThemeSettings
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

extension Theme {
    /// A style sheet to stand behind the theme's own, for a copy of the site with colours of its own; and what is wrong
    /// with these colours. They are held to the theme's rules for contrast.
    public func stylesheet(changing changes: [Setting]) -> (stylesheet: [UInt8], diagnostics: [Diagnostic]) {
        var reading = Reading()
        let changed = settings.changed(by: changes, &reading)
        return (changes.isEmpty ? [] : changed.stylesheet, reading.diagnostics)
    }

    /// What the HTML of texts needs in a language, or in the site's own.
    public func wording(of language: Language?) -> MarkdownParser.Wording {
        (language.map(strings(in:)) ?? strings).markdownWording
    }

    /// The words in a language of the site; those of the site's own where the theme was not read for it.
    public func strings(in language: Language) -> Strings { translations[language] ?? strings }
}
