import Foundation

/// A search index as a browser reads it: the opposite of what writes it, by another hand.
struct ReadIndex: Equatable {
    struct Page: Equatable {
        let url: String
        let title: String
        let summary: String
        let rank: Int
    }

    let script: String
    let language: String
    let pages: [Page]
    /// The titles of the pages on which a word stands, with the word's impact there.
    let hits: [String: [String: Int]]

    init?(_ script: String) {
        guard script.hasPrefix("signpostSearch("), script.hasSuffix(");\n"),
            let value = try? JSONDecoder().decode(Script.self, from: Data(script.dropFirst(15).dropLast(3).utf8))
        else { return nil }
        self.script = script
        language = value.language
        pages = value.pages
        let words = Self.words(value.words)
        let codes = value.hits.split(separator: " ")
        guard words.count == codes.count else { return nil }
        let titles = pages.map(\.title)
        hits = Dictionary(
            zip(words, codes.map { Dictionary(Self.postings($0).map { (titles[$0.page], $0.impact) }) { max($0, $1) } })
        ) { first, _ in first }
    }

    /// The titles of the pages on which a word stands.
    func pages(with word: String) -> Set<String> { Set(hits[word, default: [:]].keys) }

    private static func words(_ text: String) -> [String] {
        var last = ""
        return text.split(separator: " ").map { part in
            let shared = Int(part.prefix(1), radix: 36) ?? 0
            last = String(decoding: Array(last.utf16.prefix(shared)), as: UTF16.self) + part.dropFirst()
            return last
        }
    }

    private static func postings(_ code: Substring) -> [(page: Int, impact: Int)] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var (found, page, number, shift) = ([(page: Int, impact: Int)](), -1, 0, 0)
        for digit in code {
            let value = digits.firstIndex(of: digit) ?? 0
            number += (value & 31) << shift
            shift += 5
            guard value < 32 else { continue }
            page += 1 + number >> 2
            found.append((page, number & 3))
            (number, shift) = (0, 0)
        }
        return found
    }

    private struct Script: Decodable {
        let language: String
        let pages: [Page]
        let words: String
        let hits: String
    }
}

extension ReadIndex.Page: Decodable {
    init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        url = try items.decode(String.self)
        title = try items.decode(String.self)
        summary = try items.decode(String.self)
        rank = try items.decode(Int.self)
    }
}
