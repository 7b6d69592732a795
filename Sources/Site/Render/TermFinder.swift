import Content
import Markdown

/// Finds the words of the glossary in a page's text: one pass over the bytes, whatever the size of the glossary.
struct TermFinder: Sendable {
    private let entries: [GlossaryEntry]
    /// The terms by their first words: their other words, and whose they are. Words stand as their digests, so that
    /// reading a page makes no strings; two words of a page and a glossary share one by chance less than once in 10¹².
    private let starts: [UInt64: [(rest: ArraySlice<UInt64>, entry: Int)]]
    /// A bit for each first word, at the place that its lowest bits name: nearly all words of a page are none.
    private let firsts: [UInt64]

    init(_ entries: [GlossaryEntry]) {
        self.entries = entries
        var starts: [UInt64: [(rest: ArraySlice<UInt64>, entry: Int)]] = [:]
        for (index, entry) in entries.enumerated() {
            for spelling in [entry.term] + entry.also {
                // A page holds `A&E` as `A&amp;E`, so terms are read in the same form.
                var html: [UInt8] = []
                HTMLEscape.append(spelling.utf8, to: &html)
                let words = Self.words(html)
                if let first = words.first { starts[first, default: []].append((words.dropFirst(), index)) }
            }
        }
        self.starts = starts
        firsts = starts.keys.reduce(into: [UInt64](repeating: 0, count: 64)) { $0[Int($1 >> 6 & 63)] |= 1 << ($1 & 63) }
    }

    /// The terms that stand in a text, in the order of the glossary.
    func terms(in html: [UInt8]) -> [GlossaryEntry] {
        guard !starts.isEmpty else { return [] }
        let words = Self.words(html)
        var found: Set<Int> = []
        for (place, word) in words.enumerated() {
            guard firsts[Int(word >> 6 & 63)] & 1 << (word & 63) != 0, let candidates = starts[word] else { continue }
            for candidate in candidates where words[(place + 1)...].starts(with: candidate.rest) {
                found.insert(candidate.entry)
            }
        }
        return found.sorted().map { entries[$0] }
    }

    /// Digests of the words of HTML text in small letters, without its tags: FNV-1a, 64 bits. Bytes above ASCII count
    /// as letters.
    private static func words(_ html: [UInt8]) -> [UInt64] {
        let basis: UInt64 = 0xCBF2_9CE4_8422_2325
        let prime: UInt64 = 0x100_0000_01B3
        var words: [UInt64] = []
        words.reserveCapacity(html.count / 8)
        var digest = basis
        var isInTag = false
        html.withUnsafeBufferPointer { html in
            for byte in html {
                if isInTag {
                    isInTag = byte != UInt8(ascii: ">")
                    continue
                }
                let isLetter = byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
                if isLetter {
                    digest = (digest ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* prime
                    continue
                }
                if digest != basis { words.append(digest) }
                digest = basis
                isInTag = byte == UInt8(ascii: "<")
            }
        }
        return digest == basis ? words : words + [digest]
    }
}
