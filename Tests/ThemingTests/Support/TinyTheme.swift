import Diagnostics
import Languages
import Schemas
import Templates

@testable import Theming

/// The smallest theme with a component, of which a test replaces, adds or takes away single files.
struct TinyTheme {
    private(set) var files: [String: String] = [
        "plain/theme.yaml": "name: plain\ntitle: Plain\nsummary: Nothing much.\nstyles: [assets/a.css]\n",
        "plain/assets/a.css": "body{}",
        "plain/strings/en.yaml": "more: More\n",
        "plain/components/box/component.yaml": """
        summary: A box.
        parameters:
          - { name: title, type: text, required: true, doc: Its title. }
        examples:
          - name: One
            data: { title: Hello }
        """,
        "plain/components/box/template.html": "<p>{{title}} {{t.more}}</p>",
    ]

    func with(_ path: String, _ text: String?) -> TinyTheme {
        var theme = self
        theme.files[path] = text
        return theme
    }

    /// The box with other parameters: the lines from the third on, and one example without any.
    func box(_ parameters: String, example: String = "{}", template: String = "<p></p>") -> TinyTheme {
        let text = "summary: A box.\nparameters:\n\(parameters)\nexamples: [{ name: One, data: \(example) }]\n"
        return with("plain/components/box/component.yaml", text).with("plain/components/box/template.html", template)
    }

    /// All files, as they stand in a folder of themes.
    func shelf(_ folder: String) -> ThemeShelf {
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        return ThemeShelf(folder: folder, files: sources)
    }

    func read(
        _ name: String = "plain", language: Language = "en", others: [Language] = [], hostTypes: [HostType] = []
    ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        ThemeReader(shelves: [shelf("themes")], hostTypes: hostTypes).read(
            name, language: language, others: others)
    }

    /// What is wrong with the theme, one line for each fault.
    func faults(_ name: String = "plain", hostTypes: [HostType] = []) -> [String] {
        read(name, hostTypes: hostTypes).diagnostics.sortedByPlace().map(\.line)
    }
}

extension Diagnostic {
    /// `SP014 themes/plain/theme.yaml:4:12 the message [the label] (the help)`
    var line: String {
        let place = location.map { " \($0.path):\($0.start.line):\($0.start.column)" } ?? ""
        let marks = (label.map { " [\($0)]" } ?? "") + (help.map { " (\($0))" } ?? "")
        return "\(code.id)\(place) \(message)\(marks)"
    }
}

extension HostType {
    /// Written as a list of ids, seen as texts.
    static let friends = HostType("friends", written: .nonEmptyList(of: .word), seen: .texts)
    /// Written by nobody.
    static let today = HostType("today", written: nil, seen: .text)
}
