import Content
import Schemas
import Testing

@testable import Site

@Suite struct SiblingsTests {
    private func step(_ number: Int) -> String {
        SmallBoard.page("Step", "kind: step\nnumber: \(number)\ndo_now: [A]\ndo_next: [B]\nafterwards: C.")
    }

    private func names(_ board: SmallBoard) async throws -> [String] {
        try await board.plan().plan.children(of: ID("f")).map(\.id.name)
    }

    @Test func `steps stand by their number, not by their file`() async throws {
        var board = SmallBoard()
        for (name, number) in [("a", 10), ("b", 2), ("c", 1)] { board["f/\(name).md"] = step(number) }
        #expect(try await names(board) == ["c", "b", "a"])
    }

    @Test func `news stands by its date, the newest first`() async throws {
        var board = SmallBoard()
        for (name, date) in [("a", "2026-01-01"), ("b", "2026-11-01"), ("c", "2026-02-01")] {
            board["f/\(name).md"] = SmallBoard.page("News", "kind: news\ndate: \(date)")
        }
        #expect(try await names(board) == ["b", "c", "a"])
    }

    @Test func `other pages stand by their order, then those without by their title`() async throws {
        var board = SmallBoard()
        board["f/a.md"] = SmallBoard.page("Zebra")
        board["f/b.md"] = SmallBoard.page("Ant")
        board["f/c.md"] = SmallBoard.page("Zoo", "order: 2")
        board["f/d.md"] = SmallBoard.page("Yak", "order: 1")
        board["f/e.md"] = SmallBoard.page("Bee", "order: 2")
        #expect(try await names(board) == ["d", "e", "c", "b", "a"])
    }

    @Test func `the steps of a folder follow each other, and other pages stand apart`() async throws {
        var board = SmallBoard()
        for number in 1...3 { board["f/s\(number).md"] = step(number) }
        board["f/index.md"] = SmallBoard.page("Steps", "kind: section")
        board["f/other.md"] = SmallBoard.page("Other")
        let sequences = try await board.plan().plan.sequences
        let middle = try #require(sequences[ID("f/s2")])
        #expect(middle.previous == ID("f/s1") && middle.next == ID("f/s3"))
        #expect(middle.number == 2 && middle.total == 3)
        #expect(sequences[ID("f/s1")]?.previous == nil && sequences[ID("f/s3")]?.next == nil)
        #expect(sequences[ID("f/other")] == nil)
    }

    @Test func `a course follows the order of the first track that names it`() async throws {
        var board = SmallBoard()
        for name in ["x", "y", "z"] { board["f/\(name).md"] = SmallBoard.course(name) }
        for (track, courses) in [("t1", "f/z, f/x"), ("t2", "f/x, f/y")] {
            board["f/\(track).md"] = SmallBoard.page(
                "Track", "kind: track\nlevel: basic\nfor: [A]\noutcomes: [B]\ncourses: [\(courses)]\nrefresher: C")
        }
        let sequences = try await board.plan().plan.sequences
        #expect(sequences[ID("f/x")]?.previous == ID("f/z") && sequences[ID("f/x")]?.next == nil)
        #expect(sequences[ID("f/y")]?.total == 1)
    }
}
