import Content
import Markdown

/// Finds the words of the glossary in a page's text: one pass over the bytes, whatever the size of the glossary.
struct TermFinder: Sendable {
    private let entries: [GlossaryEntry]
    /// The terms by their first words: their other words, and whose they are. Words stand as their digests, so that
    /// reading a page makes no strings; two words of a page and a glossary share one by chance less than once in 10¹².
    private let starts: [UInt64: [(rest: ArraySlice<UInt64>, entry: Int)]]
    /// A bit for each first word: nearly all words of a page are none.
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
        firsts = starts.keys.reduce(into: [UInt64](repeating: 0, count: 64)) { firsts, word in
            let bit = Self.bit(of: word)
            firsts[bit.place] |= bit.mask
        }
    }

    /// The terms that stand in a text, in the order of the glossary.
    func terms(in html: [UInt8]) -> [GlossaryEntry] {
        guard !starts.isEmpty else { return [] }
        let words = Self.words(html)
        var found: Set<Int> = []
        for (place, word) in words.enumerated() {
            let bit = Self.bit(of: word)
            guard firsts[bit.place] & bit.mask != 0, let candidates = starts[word] else { continue }
            for candidate in candidates where words[(place + 1)...].starts(with: candidate.rest) {
                found.insert(candidate.entry)
            }
        }
        return found.sorted().map { entries[$0] }
    }

    /// Digests of the words of HTML text in small letters, without its tags. Bytes above ASCII count as letters.
    ///
    /// Up to eight letters are their own digest, so that most words cost no multiplication; of longer ones every eight
    /// are mixed in as by FNV-1a.
    private static func words(_ html: [UInt8]) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(html.count / 8)
        html.withUnsafeBufferPointer { html in
            var at = 0
            while at < html.count {
                guard smallLetter(html[at]) != nil else {
                    if html[at] == UInt8(ascii: "<") {
                        while at < html.count, html[at] != UInt8(ascii: ">") { at += 1 }
                    }
                    at += 1
                    continue
                }
                var (digest, letters, length) = (0 as UInt64, 0 as UInt64, 0)
                while at < html.count, let letter = smallLetter(html[at]) {
                    letters = letters << 8 | UInt64(letter)
                    length += 1
                    at += 1
                    if length & 7 == 0 { (digest, letters) = (mixed(digest, letters), 0) }
                }
                words.append(length < 8 ? letters : mixed(digest, letters))
            }
        }
        return words
    }

    @inline(__always)
    private static func smallLetter(_ byte: UInt8) -> UInt8? {
        if byte &- 0x61 < 26 || byte >= 0x80 || byte &- 0x30 < 10 { return byte }
        return byte &- 0x41 < 26 ? byte | 0x20 : nil
    }

    @inline(__always)
    private static func mixed(_ digest: UInt64, _ letters: UInt64) -> UInt64 {
        let mixed = (digest ^ letters) &* prime
        return mixed ^ mixed >> 29
    }

    /// Of FNV-1a with 64 bits (RFC 9923).
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Which of the bits of ``firsts`` is a word's.
    @inline(__always)
    private static func bit(of word: UInt64) -> (place: Int, mask: UInt64) {
        let mixed = mixed(0, word) >> 20
        return (Int(mixed >> 6 & 63), 1 << (mixed & 63))
    }
}
