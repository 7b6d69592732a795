import TestSupport
import Testing

@testable import Prose

struct PhraseFinderTests {
    private func found(_ phrases: [String], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return PhraseFinder(phrases).matches(in: bytes, bytes.indices).map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
    }

    @Test(arguments: ["hard to reach", "Hard to reach", "HARD-TO-REACH", "(hard to reach)", "“hard to reach”"])
    func `a phrase is found in any letter case, with hyphens, and beside marks`(_ text: String) {
        #expect(found(["hard to reach"], in: text).count == 1)
    }

    @Test(arguments: ["hard to reaching", "shard to reach", "hard  to reach", "hard to", "éhard to reach"])
    func `a part of a word is not found`(_ text: String) {
        #expect(found(["hard to reach"], in: text).isEmpty)
    }

    @Test func `the longest phrase wins, and matches do not overlap`() {
        #expect(
            found(["risk", "risk taking", "taking risks"], in: "risk taking risks, risk") == ["risk taking", "risk"])
    }

    @Test func `a curly apostrophe is an apostrophe`() {
        #expect(found(["girl's fault"], in: "The girl’s fault").count == 1)
    }

    @Test func `what is found is what a search of every place finds`() {
        var random = Seeded(7)
        let words = ["a", "ab", "b", "ba", "c"]
        for _ in 0..<300 {
            let phrases = (0..<4).map { _ in Self.sentence(words, 1...3, &random) }
            let text = Self.sentence(words, 0...12, &random)
            #expect(found(phrases, in: text) == Self.slow(phrases, text))
        }
    }

    private static func sentence(_ words: [String], _ count: ClosedRange<Int>, _ random: inout Seeded)
        -> String
    {
        (0..<Int.random(in: count, using: &random)).map { _ in words.randomElement(using: &random) ?? "a" }
            .joined(separator: " ")
    }

    private static func slow(_ phrases: [String], _ text: String) -> [String] {
        var rest = text.split(separator: " ").map(String.init)[...]
        var found: [String] = []
        while !rest.isEmpty {
            let fits = phrases.map { $0.split(separator: " ").map(String.init) }.filter { rest.starts(with: $0) }
            let longest = fits.max { $0.count < $1.count } ?? []
            if !longest.isEmpty { found.append(longest.joined(separator: " ")) }
            rest = rest.dropFirst(max(1, longest.count))
        }
        return found
    }
}
