import TestSupport
import Testing

@testable import Site

struct SearchWordsTests {
    @Test(arguments: [
        ("Police POLICE", ["police"]),
        ("child's don’t", ["childs", "dont"]),
        ("I am a child", ["am", "child"]),
        ("self-harm, 999/101", ["101", "999", "harm", "self"]),
        ("3 steps", ["3", "steps"]),
        ("Łódź Ŵyl", ["łódź", "ŵyl"]),
        ("ہیلپ‌لائن پولیس", ["پولیس", "ہیلپلائن"]),
        ("শিশু ਪੁਲਿਸ", ["শিশু", "ਪੁਲਿਸ"]),
        ("مَدْرَسَة؟", ["مَدْرَسَة"]),
        ("– … £ 👍", []),
    ])
    func `words are runs of letters, marks and digits in small letters`(text: String, words: [String]) {
        var found = SearchWords()
        found.add(text, .body)
        #expect(found.weights.keys.sorted() == words.sorted())
    }

    @Test func `tags and references of HTML are no words`() {
        var found = SearchWords()
        found.add(html: Array("<p class=\"lede\">Tea &amp; <b>cake</b></p><p>now</p>".utf8), .body)
        #expect(found.weights == ["tea": 1, "cake": 1, "now": 1])
    }

    @Test func `plain text may hold signs of HTML`() {
        var found = SearchWords()
        found.add("under < 18 & over > 12; yes", .body)
        #expect(Set(found.weights.keys) == ["under", "18", "over", "12", "yes"])
    }

    @Test func `places add up, but never to what a title says`() {
        var found = SearchWords()
        found.add("tea", .list)
        found.add("tea", .summary)
        #expect(found.weights["tea"] == 6)
        found.add("tea tea tea tea", .body)
        #expect(found.weights["tea"] == 7)
        found.add("tea", .title)
        found.add("tea", .body)
        #expect(found.weights["tea"] == 8)
    }

    @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2), (7, 2), (8, 3)])
    func `an impact is the binary logarithm of a weight`(weight: UInt8, impact: UInt8) {
        #expect(Posting(page: 0, weight: weight).impact == impact)
    }

    @Test func `pages are written as distances in base 64`() {
        #expect(written([Posting(page: 0, weight: 1), Posting(page: 1, weight: 8)]) == "AD")
        #expect(written([Posting(page: 8, weight: 1)]) == "gB")
        #expect(written([Posting(page: 5000, weight: 2)]) == "hxT")
    }

    private func written(_ postings: [Posting]) -> String {
        var text: [UInt8] = []
        Posting.append(postings, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func coded(_ words: [String]) -> String {
        String(decoding: FrontCoding.bytes(words.map { Array($0.utf8)[...] }), as: UTF8.self)
    }

    @Test func `words stand in the order of UTF-16 units`() {
        let words = [
            "", "a", "aa", "b", "z", "é", "łódź", "ۓ", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10000}", "\u{10FFFF}",
        ]
        for a in words {
            for b in words {
                let found = FrontCoding.areInOrder(Array(a.utf8)[...], Array(b.utf8)[...])
                #expect(found == a.utf16.lexicographicallyPrecedes(b.utf16), "\(a) and \(b)")
            }
        }
    }

    @Test func `where the beginnings of two words differ, they are in the order of the words`() {
        var random = Seeded(13)
        let letters = ["a", "b", "é", "ł", "\u{E000}", "\u{FFFD}", "\u{10000}"]
        let words = (0..<200).map { _ in
            Array(
                (0..<Int.random(in: 1...7, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                    .joined().utf8)
        }
        for a in words {
            for b in words {
                let heads = (a.withUnsafeBufferPointer(FrontCoding.head), b.withUnsafeBufferPointer(FrontCoding.head))
                if heads.0 != heads.1 { #expect((heads.0 < heads.1) == FrontCoding.areInOrder(a[...], b[...])) }
                if a.count < 8 || b.count < 8 { #expect((heads.0 == heads.1) == (a == b)) }
            }
        }
    }

    @Test func `letters that grow when they are written small have room`() {
        var found = SearchWords()
        found.add(String(repeating: "İȺ", count: 40), .body)
        #expect(found.weights == [String(repeating: "i\u{307}ⱥ", count: 40): 1])
    }

    @Test func `words share the beginning of the word before`() {
        #expect(coded(["help", "helped", "hotel", "łódź"]) == "0help 4ed 1otel 0łódź")
    }

    @Test func `letters outside the basic plane are never cut in two`() {
        #expect(coded(["\u{10400}", "\u{10401}"]) == "0\u{10400} 0\u{10401}")
    }

    @Test func `many words keep their places`() {
        var table = WordTable()
        let words = (0..<5000).map { Array("word\($0 &* 7919)".utf8) }
        for round in 0..<2 {
            #expect(words.map { table.place(of: $0[...]) } == Array(words.indices), "round \(round)")
        }
        #expect(words.indices.allSatisfy { Array(table.words[$0]) == words[$0] })
    }
}

extension SearchWords {
    fileprivate var weights: [String: UInt8] {
        Dictionary(
            found.weights.enumerated().map { (String(decoding: found.words[$0], as: UTF8.self), $1) },
            uniquingKeysWith: max)
    }
}
