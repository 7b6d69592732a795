import Diagnostics
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("titel", "title"), ("trianers", "trainers"), ("Parents", "parents"), ("childlin", "childline"),
    ])
    func `a slip of the keyboard is recognised`(typed: String, meant: String) {
        #expect(Spelling.nearest(typed, in: ["summary", "title", "trainers", "parents", "childline"]) == meant)
    }

    @Test(arguments: ["x", "police", "zzzzzzzz"])
    func `what is far from everything suggests nothing`(typed: String) {
        #expect(Spelling.nearest(typed, in: ["summary", "title"]) == nil)
    }

    @Test func `sorted faults go file by file and none stands twice`() {
        let place = { Location(path: $0, start: Position(line: $1, column: 1)) }
        let a = Diagnostic(.unknownWord, "a", at: place("a", 2))
        let b = Diagnostic(.unknownWord, "b", at: place("a", 1))
        let c = Diagnostic(.unknownWord, "c", at: nil)
        #expect([a, b, a, c].sortedByPlace().map(\.message) == ["c", "b", "a"])
    }
}
