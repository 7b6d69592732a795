import Content
import Diagnostics
import Schemas
import Testing

/// The least that makes a board, and what a test adds to it.
enum TinyBoard {
    private static let files = [
        "signpost.yaml": """
        board: { name: Tiny Partnership, area: Tinyton }
        base_url: https://tiny.example/
        exit: { url: https://www.example.org/weather }
        helplines: [police]
        """,
        "index.md": """
        ---
        title: Tinyton
        summary: About Tinyton.
        audience: [everyone]
        kind: home
        owner: Policy officer
        review_by: 2027-06-01
        doors: [{ title: Home, summary: Home., to: index.md }]
        ---
        Welcome.
        """,
        "data/contacts.yaml": """
        - { id: police, name: Police, kind: emergency, summary: Now., phone: "999", verified_on: 2026-11-01 }
        """,
    ]

    static func board(_ more: [String: String]) async throws -> Board {
        let all = files.merging(more) { _, new in new }
        let sources = all.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (board, faults) = await ContentReader(root: "", components: nil).read(sources).checked()
        return try #require(board, "\(faults.map { "\($0.message) \($0.location.map { "\($0)" } ?? "")" })")
    }
}
