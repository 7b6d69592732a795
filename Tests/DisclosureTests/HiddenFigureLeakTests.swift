import Diagnostics
import Testing

/// A figure that disclosure control hides stands in no file of the site, however a page asks for it.
struct HiddenFigureLeakTests {
    /// Of 97531, 3 are hidden, so 97528 is hidden too: as a number it cannot stand anywhere by chance.
    private static let table = """
        - id: cases
          title: Cases
          columns: [{ id: a, title: A }]
          rows:
            - { id: all, title: All, values: [97531] }
            - { id: girls, title: Girls, values: [97528] }
            - { id: boys, title: Boys, values: [3] }
          checks: [{ total: all, parts: [girls, boys] }]
        """

    private static let block = "```{figures}\nof: cases\ncompare: true\n```\n"

    /// 24 schools, of which 23 answered: that one did not must not be known.
    private static let schools = """
        title: Self-assessment
        phases: [{ id: primary, title: Primary, required: true }]
        scale: [{ id: good, title: Good }]
        elements: [{ id: lead, title: A lead }]
        rounds: [{ id: "2026", title: Summer 2026, due: 2026-03-31, closed: 2026-05-01 }]
        schools:
        \((0..<24).map { "  - { id: s\($0), name: Quillhaven \($0), phase: primary }" }.joined(separator: "\n"))
        """

    private func board(_ text: String) -> GateBoard {
        var board = GateBoard()
        board.write("data/indicators/cases.yaml", Self.table)
        board.write("records/self-assessment.yaml", Self.schools)
        board.write(
            "records/returns/2026.yaml",
            (0..<23).map { "- { school: s\($0), received: 2026-03-01, answers: [{ element: lead, rating: good }] }" }
                .joined(separator: "\n"))
        board.say(text)
        return board
    }

    private func texts(_ board: GateBoard) async throws -> [(path: String, text: String)] {
        try await board.built().site.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    @Test(arguments: [
        "{{ figures.cases.girls.a }} girls of {{ figures.cases.all.a }}, {{ figures.cases.boys.a }} boys.",
        "[Some girls](#cases.girls.a)", "```{figures}\nof: cases\nas: chart\n```\n",
        "{{ figures.cases.girls.a }}\n\n## {{ figures.cases.all.a }}",
    ])
    func `a hidden figure is in no file, whatever asks for it`(_ text: String) async throws {
        for (path, text) in try await texts(board(Self.block + "\n" + text)) {
            #expect(!(text.contains("97528") && text.contains("97531")), "\(path) tells the third by the other two")
            #expect(!text.contains("97,528"), "\(path)")
        }
    }

    @Test(arguments: ["97,528 girls", "Three of them", "3 boys"])
    func `a text that cites a hidden figure with its number is refused`(_ words: String) async throws {
        let place = words.contains("97") ? "girls" : "boys"
        let board = board(Self.block + "\n[\(words)](#cases.\(place).a)")
        let refusals = try await board.refusals()
        #expect(refusals.count == 1 && refusals.allSatisfy { $0.hasPrefix("SP274") })
        #expect(refusals.allSatisfy { $0.contains("is hidden because a small count must not be known") })
    }

    @Test func `a figure of schools that is hidden is hidden in a text, and no name leaves the records`() async throws {
        let block = "```{figures}\nof: returns\n```\n\n```{figures}\nof: returns-ratings-2026\n```\n"
        let asked = "{{ figures.returns.primary-received.2026 }} of {{ figures.returns.primary-required.2026 }}"
        for (path, text) in try await texts(board(block + "\n" + asked)) {
            #expect(!text.contains("Quillhaven"), "\(path)")
            #expect(!(text.contains(">23<") && text.contains(">24<")), "\(path) tells that one is missing")
        }
        let page = try #require(
            try await texts(board(block + "\n" + asked)).first { $0.path == "parents/said/index.html" })
        #expect(page.text.contains("c of") || page.text.contains("of c"))
    }
}
