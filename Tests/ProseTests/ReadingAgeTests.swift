import Testing

@testable import Prose

struct ReadingAgeTests {
    @Test(arguments: [
        ("cat", 1), ("made", 1), ("table", 2), ("wanted", 2), ("looked", 1), ("houses", 2), ("makes", 1),
        ("children", 2), ("exploitation", 4), ("people", 2), ("being", 2), ("the", 1), ("101", 1),
        ("police", 2), ("sexual", 3), ("trial", 2), ("social", 2), ("safely", 2), ("agree", 2),
    ])
    func `syllables are counted as they are spoken`(_ word: String, _ count: Int) {
        #expect(Syllables.count(Array(word.utf8)) == count)
    }

    private func text(_ sentence: String, times: Int, _ kind: RunningText.Passage.Kind = .paragraph) -> RunningText {
        var text = RunningText()
        for _ in 0..<times {
            text.begin(kind)
            text.append(sentence.utf8, line: 1)
            text.end()
        }
        return text
    }

    @Test func `the age is that of the formula`() {
        // 10 words and 10 syllables in a sentence: 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11, the age of five.
        #expect(ReadingAge(of: text("The cat sat on the mat and the dog ran.", times: 10)).years == 5)
        // 7 words, 21 syllables: 0.39 × 7 + 11.8 × 3 − 15.59 = 22.54, and five.
        let hard = text("Exploitation exploitation exploitation police police police the trial.", times: 20)
        #expect(ReadingAge(of: hard).sentences == 20)
        #expect(ReadingAge(of: hard).years ?? 0 > 20)
    }

    @Test func `a few lines are not judged`() {
        #expect(ReadingAge(of: text("The cat sat on the mat.", times: 3)).years == nil)
    }

    @Test func `headings, tables and quotations do not count`() {
        for kind in [RunningText.Passage.Kind.heading, .cell, .quotation] {
            #expect(ReadingAge(of: text("The cat sat on the mat.", times: 40, kind)).words == 0)
        }
        #expect(ReadingAge(of: text("No full stop here", times: 40, .item)).sentences == 40)
    }
}
