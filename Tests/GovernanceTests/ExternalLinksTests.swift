import Content
import Diagnostics
import LinkChecking
import Reporting
import Testing

@testable import Governance

struct ExternalLinksTests {
    private static let files = [
        "a.md": """
        ---
        title: Page
        summary: A page.
        audience: [everyone]
        owner: Policy officer
        ---
        See [there](https://a.example/x), [here](b.md), <https://b.example/> and [write](mailto:x@a.example).
        """,
        "b.md": "---\ntitle: B\nsummary: B.\naudience: [everyone]\ndraft: true\n---\n[No](https://draft.example/)\n",
        "data/sources.yaml": """
        - { id: s, title: Guide, publisher: P, year: 2020, url: "https://p.example/", accessed: 2025-01-01 }
        """,
    ]

    private func links() async throws -> ExternalLinks { ExternalLinks(try await TinyBoard.board(Self.files)) }

    @Test func `every address that readers can be sent to is listed with its place and its owner`() async throws {
        let lines = try await links().uses.map {
            "\($0.location.path):\($0.location.start.line) \($0.kind.rawValue) \($0.address) \($0.owner ?? "-")"
        }
        #expect(
            lines == [
                "a.md:7 page https://a.example/x Policy officer", "a.md:7 page https://b.example/ Policy officer",
                "data/sources.yaml:1 source https://p.example/ -",
                "signpost.yaml:1 way off the site https://www.example.org/weather -",
            ])
    }

    @Test func `the report counts addresses and places`() async throws {
        let report = try await links().document
        #expect(report.text(.table).contains("4 addresses in 4 places."))
        #expect(report.text(.csv).contains("https://a.example/x,page,Page,Policy officer,a.md,7"))
    }

    @Test func `each result is told where its link stands`() async throws {
        let faults = try await links().faults([
            "https://a.example/x": .broken("there is no such page (404)"), "https://b.example/": .fine,
            "https://p.example/": .moved(to: "https://p.example/new"),
            "https://www.example.org/weather": .unclear("it does not let programs in (403)"),
        ])
        #expect(faults.map(\.code) == [.deadAddress, .movedAddress, .uncheckedAddress])
        #expect(faults.map { $0.location?.start.line } == [7, 1, 1])
        #expect(faults[1].help == "write https://p.example/new")
    }
}
