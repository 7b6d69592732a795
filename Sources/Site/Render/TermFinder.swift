import Content

/// Finds the words of the glossary in a page's text: one pass over the bytes, whatever the size of the glossary.
struct TermFinder: Sendable {
    private let entries: [GlossaryEntry]
    /// The terms that start with a word: all their words, and whose they are. The longest stand first.
    private let starts: [[UInt8]: [(words: [[UInt8]], entry: Int)]]

    init(_ entries: [GlossaryEntry]) {
        self.entries = entries
        var starts: [[UInt8]: [(words: [[UInt8]], entry: Int)]] = [:]
        for (index, entry) in entries.enumerated() {
            for spelling in [entry.term] + entry.also {
                let words = Self.words(Array(spelling.utf8))
                if let first = words.first { starts[first, default: []].append((words, index)) }
            }
        }
        self.starts = starts.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The terms that stand in a text, in the order of the glossary.
    func terms(in html: [UInt8]) -> [GlossaryEntry] {
        guard !starts.isEmpty else { return [] }
        let words = Self.words(html)
        var found: Set<Int> = []
        for (place, word) in words.enumerated() {
            guard let candidates = starts[word] else { continue }
            for candidate in candidates where words[place...].starts(with: candidate.words) {
                found.insert(candidate.entry)
            }
        }
        return found.sorted().map { entries[$0] }
    }

    /// The words of HTML text in small letters, without its tags. Bytes above ASCII count as letters.
    private static func words(_ html: [UInt8]) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var isInTag = false
        for byte in html {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"): isInTag = false
            case _ where isInTag: continue
            case 0x41...0x5A: word.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
            default: break
            }
            let goesOn = !isInTag && (byte >= 0x80 || byte.isASCIILetterOrDigit)
            if !goesOn, !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
