import Content
import Diagnostics
import Schemas
import TestSupport
import Testing

@testable import Site

/// A page that is drawn again on its own is the page of a whole build, or is not drawn.
struct OpenSiteTests {
    private static let board: SmallBoard = {
        var board = SmallBoard()
        board["data/glossary.yaml"] = "- { id: grooming, term: grooming, meaning: Winning trust to do harm. }"
        board["a.md"] = SmallBoard.page("A", text: "## One\n\nText.\n\n## Two\n\n[b](b.md#one)")
        board["b.md"] = SmallBoard.page("B", text: "## One\n\n[a](a.md)\n\n![A picture](images/p.svg)")
        board["images/p.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"
        board["images/unused.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"
        board["c/index.md"] = SmallBoard.page("C", text: "About C.")
        board["c/d.md"] = SmallBoard.page("D", text: "[a](../a.md#two)")
        return board
    }()

    /// What the page of this path becomes when its file is this, without drawing any other.
    private func redrawn(_ path: String, as text: String, on board: SmallBoard) async throws -> SiteFile? {
        let builder = try await board.builder()
        let open = OpenSite(try #require(await builder.prepare().site))
        let page = try #require(builder.board.pages.items.first { $0.path == path })
        let reader = ContentReader(root: "content", components: [:])
        return reader.page(
            page, of: builder.board, from: Array((board[path] ?? "").utf8), to: Array(text.utf8)
        ).flatMap(open.file)
    }

    @Test(arguments: [
        "More text.", "## One\n\n## Two\n\n## Three", "[b](b.md#one)\n\n## Two\n\n## One",
        "## One\n\n## Two\n\n![The same](images/p.svg)",
    ])
    func `a text that uses what is there is drawn at once`(text: String) async throws {
        let isWhole = text.contains("## One") && text.contains("## Two")
        let file = try await redrawn("a.md", as: SmallBoard.page("A", text: text), on: Self.board)
        #expect((file != nil) == isWhole)
    }

    @Test(arguments: [
        SmallBoard.page("Another title"), SmallBoard.page("D", "order: 3"), SmallBoard.page("D", text: "[x](x.md)"),
        SmallBoard.page("D", text: "[x](../a.md#three)"), SmallBoard.page("D", text: "![x](../images/unused.svg)"),
        SmallBoard.page("D", text: "[x](../images/unused.svg)"), SmallBoard.page("D", text: "<script>"),
        SmallBoard.page("D", text: "```{contacts}\nids: [police]\n```"), "no front matter", "",
    ])
    func `a text that may change more than its page waits for a whole build`(file: String) async throws {
        #expect(try await redrawn("c/d.md", as: file, on: Self.board) == nil)
    }

    @Test func `where there are languages, a page waits for a whole build`() async throws {
        var board = Self.board
        board["signpost.yaml"] = (board["signpost.yaml"] ?? "") + "\nlanguages: [cy]"
        let text = SmallBoard.page("D", text: "[a](../a.md#two) More.")
        #expect(try await redrawn("c/d.md", as: text, on: board) == nil)
        #expect(try await redrawn("c/d.md", as: text, on: Self.board) != nil)
    }

    private static let pieces = [
        "## One", "## Two", "## New", "Text about grooming.", "[a](a.md)", "[b](b.md#one)", "[d](c/d.md)",
        "![A picture](images/p.svg)", "![Unused](images/unused.svg)", "[lost](lost.md)", "- a\n- b", "`code`",
        "> [!NOTE]\n> Look.",
        "| a | b |\n|---|---|\n| 1 | 2 |", "*emphasis*", "[download](images/p.svg)", "<b>", "![](images/p.svg)",
    ]

    /// What is drawn at once is what a whole build draws, and nothing else changes with it.
    @Test(arguments: 0..<24)
    func `at random, no edit of a text is shown otherwise than a whole build shows it`(seed: Int) async throws {
        var random = Seeded(UInt64(seed))
        var board = Self.board
        for _ in 0..<12 {
            let path = ["a.md", "b.md", "index.md"].randomElement(using: &random) ?? "a.md"
            let front = (board[path] ?? "").split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            let count = Int.random(in: 0...7, using: &random)
            let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
            let edited = "---\n\(front[1])---\n\n" + text.joined(separator: "\n\n") + "\n"
            guard let file = try await redrawn(path, as: edited, on: board) else { continue }
            let before = try await board.site()
            board[path] = edited
            let after = try await board.site()
            #expect(after[file.path] == String(decoding: file.bytes, as: UTF8.self))
            // A picture that no page uses any more goes with the whole build.
            #expect(Set(before.keys).subtracting(after.keys).allSatisfy { $0.hasPrefix("images/") })
            #expect(Set(after.keys).isSubset(of: before.keys))
            #expect(after.filter { before[$0.key] != $0.value }.keys.allSatisfy { $0 == file.path })
        }
    }
}
