import Diagnostics
import Schemas
import Theming

@testable import Content

/// The smallest whole board, of which a test replaces, adds or takes away single files.
struct TinyBoard {
    private(set) var files: [String: String] = [
        "signpost.yaml": """
        board:
          name: Testshire Partnership
          area: Testshire
        base_url: https://test.example/board
        exit:
          url: https://www.example.org/
        helplines: [police]
        """,
        "index.md": page("kind: home\ndoors:\n  - { title: A, summary: B, to: parents/index.md }"),
        "parents/index.md": page("kind: section"),
        "data/agencies.yaml": "- { id: police, name: Police, kind: police }\n",
        "data/contacts.yaml": """
        - id: police
          name: Police
          kind: emergency
          summary: Call when a child is in danger.
          phone: "999"
          verified_on: 2026-09-01
        """,
        "data/sources.yaml": "- { id: dfe, title: Guide, publisher: DfE, year: 2017 }\n",
    ]

    /// A page with the keys that each must have, on the lines 2 to 4, and some more from line 5 on.
    static func page(_ keys: String = "order: 1", text: String = "Text.\n") -> String {
        "---\ntitle: A page\nsummary: What it says.\naudience: [everyone]\n\(keys)\n---\n\(text)"
    }

    func with(_ path: String, _ text: String?) -> TinyBoard {
        var board = self
        board.files[path] = text
        return board
    }

    var sourceFiles: [SourceFile] {
        files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    func read(components: [String: Component]? = [:]) async -> (value: Board?, diagnostics: [Diagnostic]) {
        await ContentReader(root: "content", components: components).read(sourceFiles).checked()
    }

    /// What is wrong with the board, one line for each fault.
    func faults(components: [String: Component]? = [:]) async -> [String] {
        await read(components: components).diagnostics.sortedByPlace().map(\.line)
    }
}

extension Diagnostic {
    /// `SP014 content/index.md:4:12 the message [the label] (the help)`
    var line: String {
        let place = location.map { " \($0.path):\($0.start.line):\($0.start.column)" } ?? ""
        let marks = (label.map { " [\($0)]" } ?? "") + (help.map { " (\($0))" } ?? "")
        return "\(code.id)\(place) \(message)\(marks)"
    }
}
