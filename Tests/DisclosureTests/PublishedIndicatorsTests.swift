import Content
import Diagnostics
import Disclosure
import Reconciliation
import Schemas
import Testing

/// What is published of a board's tables of figures.
struct PublishedIndicatorsTests {
    private func published(
        _ rows: String, checks: String = "", disclosure: String = "", showing shown: Set<String> = ["cases"]
    ) async throws -> PublishedIndicators {
        let files = [
            "signpost.yaml": """
            board: { name: Tiny Partnership, area: Tinyton }
            base_url: https://tiny.example/
            exit: { url: https://www.example.org/weather }
            helplines: [police]
            \(disclosure)
            """,
            "index.md": """
            ---
            title: Tinyton
            summary: About Tinyton.
            audience: [everyone]
            kind: home
            doors: [{ title: Home, summary: Home., to: index.md }]
            ---
            Welcome.
            """,
            "data/contacts.yaml": """
            - { id: police, name: Police, kind: emergency, summary: Now., phone: "999", verified_on: 2026-11-01 }
            """,
            "data/indicators/all.yaml": """
            - id: cases
              title: Cases
              columns: [{ id: a, title: A }, { id: b, title: B }]
              rows:
            \(rows)
            \(checks)
            """,
        ]
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (board, faults) = await ContentReader(root: "", components: nil).read(sources).checked()
        return PublishedIndicators(of: try #require(board, "\(faults)"), showing: Set(shown.map { ID($0) }))
    }

    private func texts(_ published: PublishedIndicators, _ table: String = "cases") -> [[String]] {
        (published[ID(table)]?.rows ?? []).map { row in
            row.cells.map { cell in
                switch cell.shown {
                case .figure(let figure): figure.description
                case .hidden(let symbol): symbol
                case .unknown: "~"
                }
            }
        }
    }

    private static let rows = """
            - { id: all, title: All, values: [30, 40] }
            - { id: girls, title: Girls, values: [26, 22] }
            - { id: boys, title: Boys, values: [4, 18] }
        """
    private static let total = "  checks: [{ total: all, parts: [girls, boys] }]"

    @Test func `small counts are hidden, and with them what gives them away`() async throws {
        let shown = texts(try await published(Self.rows, checks: Self.total))
        #expect(shown[2] == ["c", "18"])
        #expect([shown[0][0], shown[1][0]].contains("c"), "girls and all would tell the boys")
        #expect(shown.map { $0[1] } == ["40", "22", "18"])
    }

    @Test func `without a check nothing ties the figures together`() async throws {
        #expect(texts(try await published(Self.rows)) == [["30", "40"], ["26", "22"], ["c", "18"]])
    }

    @Test func `a total that lacks one child does not tell of that child`() async throws {
        let rows = """
                - { id: all, title: All, values: [30, 40] }
                - { id: girls, title: Girls, values: [19, 22] }
                - { id: boys, title: Boys, values: [10, 18] }
            """
        let shown = texts(try await published(rows, checks: Self.total))
        #expect(shown.map { $0[0] }.contains("c"))
        #expect(shown.map { $0[1] } == ["40", "22", "18"])
    }

    /// 13 % of 30 are four, and nobody could tell whether that is few enough to be hidden.
    @Test func `a percentage whose count nobody tells is hidden, whatever it is of`() async throws {
        let rows = Self.rows + "\n    - { id: percent, title: Boys in per cent, values: [13, 45] }"
        let shown = texts(try await published(rows, checks: "  checks: [{ percent: percent, base: [all] }]"))
        #expect(shown[0] == ["30", "40"] && shown[3] == ["c", "c"])
    }

    @Test func `a percentage goes with its counts`() async throws {
        let rows = Self.rows + "\n    - { id: percent, title: Boys in per cent, values: [13, 45] }"
        let checks = """
              checks:
                - { total: all, parts: [girls, boys] }
                - { percent: percent, of: [boys], base: [all] }
            """
        #expect(texts(try await published(rows, checks: checks))[3] == ["c", "45"])
    }

    @Test func `what counts nobody is shown where the board says so`() async throws {
        let rows = "    - { id: meetings, title: Meetings, values: [3, 4], small_counts: shown }"
        #expect(texts(try await published(rows)) == [["3", "4"]])
    }

    @Test func `the board's rule for small counts holds`() async throws {
        let rule = #"disclosure: { threshold: 9, symbol: "*", rounding: 5 }"#
        let rows = "    - { id: all, title: All, values: [8, 43] }"
        #expect(texts(try await published(rows, disclosure: rule)) == [["*", "45"]])
    }

    @Test func `unknown figures and fractions stay what they are`() async throws {
        let rows = "    - { id: days, title: Days, values: [~, 2.50] }"
        #expect(texts(try await published(rows)) == [["~", "2.50"]])
    }

    @Test func `a table that no page shows is not published`() async throws {
        #expect(try await published(Self.rows, showing: [])[ID("cases")] == nil)
    }

    @Test func `an explanation is the footnote of its figure`() async throws {
        let checks = """
              checks:
                - total: all
                  parts: [girls, boys]
                  explained: [{ column: b, reason: Some did not say. }]
            """
        let table = try #require(try await published(Self.rows, checks: checks)[ID("cases")])
        #expect(table.footnotes == ["Some did not say."])
        #expect(table[row: "all", column: "b"]?.footnote == 1)
        #expect(table[row: "all", column: "a"]?.footnote == nil)
    }
}
