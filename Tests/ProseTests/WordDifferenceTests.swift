import Prose
import Testing

struct WordDifferenceTests {
    private static let original = "the child's limited availability of choice as a result of their needs"

    private func changes(_ quotation: String) -> [WordDifference.Change] {
        WordDifference(of: WordDifference.words(quotation), from: WordDifference.words(Self.original)).changes
    }

    @Test(arguments: [original, "availability of choice", "  the child’s\n limited ", ""])
    func `a passage of the original is no difference`(_ quotation: String) {
        #expect(changes(quotation).isEmpty)
    }

    @Test func `a dropped word is named with the words before it`() {
        #expect(
            changes("the child's availability of choice")
                == [.missing(["limited"], after: ["the", "child's"])])
    }

    @Test func `words that are too many are named`() {
        #expect(
            changes("availability of any free choice") == [.added(["any", "free"], after: ["availability", "of"])])
    }

    @Test func `words in place of others are named together`() {
        #expect(changes("limited freedom to of choice as") == [.replaced(["availability"], by: ["freedom", "to"])])
    }

    @Test(arguments: 0..<40)
    func `one dropped word is always found, whichever it is`(_ seed: Int) {
        let words = (0..<30).map { "word\($0)" }
        let dropped = 1 + seed % 28
        let quotation = words.enumerated().filter { $0.offset != dropped }.map(\.element)
        let changes = WordDifference(of: quotation, from: words).changes
        #expect(changes.count == 1)
        guard case .missing(let missing, _)? = changes.first else {
            Issue.record("\(changes)")
            return
        }
        #expect(missing == ["word\(dropped)"])
    }
}
