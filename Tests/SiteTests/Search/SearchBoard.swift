import CivilTime
import Content
import Diagnostics
import Schemas
import Testing
import Theming

@testable import Site

/// A small board whose pages a test replaces or adds to, and the search index of one of its editions.
struct SearchBoard {
    private var files: [String: String] = [
        "signpost.yaml": """
        board: { name: Testshire Partnership, area: Testshire }
        base_url: https://test.example/
        exit: { url: "https://www.example.org/" }
        helplines: [police]
        """,
        "index.md": page("kind: home\ndoors: [{ title: A, summary: B, to: parents/index.md }]"),
        "parents/index.md": page("kind: section\nlists: step"),
        "data/agencies.yaml": "- { id: police, name: Police, kind: police }\n",
        "data/contacts.yaml": """
        - { id: police, name: Police, kind: emergency, summary: Danger, phone: "999", verified_on: 2026-09-01 }
        """,
        "data/sources.yaml": "- { id: dfe, title: Guide, publisher: DfE, year: 2017 }\n",
    ]

    static func page(
        _ keys: String = "order: 1", title: String = "A page", audience: String = "everyone", text: String = ""
    ) -> String {
        "---\ntitle: \(title)\nsummary: What it says.\naudience: [\(audience)]\n\(keys)\n---\n\(text)\n"
    }

    func with(_ path: String, _ text: String) -> SearchBoard {
        var board = self
        board.files[path] = text
        return board
    }

    func index(_ edition: Edition = .public) async throws -> ReadIndex {
        let bytes = await SearchIndex.build([try await plan(edition)])[0].bytes
        return try #require(ReadIndex(String(decoding: bytes, as: UTF8.self)))
    }

    func plan(_ edition: Edition) async throws -> Plan {
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (board, faults) = await ContentReader(root: "content", components: [:]).read(sources).checked()
        let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
        let theme = try #require(
            ThemeReader(
                shelves: [
                    ThemeShelf(
                        folder: "themes",
                        files: [
                            SourceFile(
                                path: "plain/theme.yaml", bytes: Array("name: plain\ntitle: P\nsummary: P\n".utf8)),
                            SourceFile(path: "plain/strings/en.yaml", bytes: Array("home: Home\n".utf8)),
                        ])
                ], hostTypes: []
            ).read("plain").theme)
        return Planner(
            board: try #require(board, "\(faults)"), training: nil, theme: theme,
            options: SiteOptions(edition: edition, today: today)
        ).plan().plans.original
    }
}
