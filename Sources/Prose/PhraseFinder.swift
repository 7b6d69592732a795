/// Finds many phrases in a text in one pass, whatever their letter case: the time depends on the text alone, not on how
/// many phrases there are.
///
/// A phrase matches whole words. A hyphen counts as a space and a curly apostrophe as a straight one, so that
/// "hard-to-reach" is found by "hard to reach". Where several phrases start at one word, the longest wins.
public struct PhraseFinder: Sendable {
    /// A trie in one array: for each node, the next node for each class of characters, or 0.
    private var next: [Int32] = Array(repeating: 0, count: Self.classes)
    /// For each node, one more than the index of the phrase that ends there, or 0.
    private var ends: [Int32] = [0]

    /// Letters, digits, the space, the apostrophe.
    private static let classes = 38

    public struct Match: Sendable, Hashable {
        /// The index of the phrase.
        public let phrase: Int
        public let range: Range<Int>
    }

    /// - Parameter phrases: Of letters, digits, spaces, hyphens and apostrophes; others are never found.
    public init(_ phrases: [String]) {
        for (index, phrase) in phrases.enumerated() { add(Array(phrase.utf8), index) }
    }

    private mutating func add(_ phrase: [UInt8], _ index: Int) {
        var (node, at) = (0, 0)
        while at < phrase.count {
            guard let (kind, length) = Self.kind(at, of: phrase) else { return }
            let slot = node * Self.classes + kind
            if next[slot] == 0 {
                next[slot] = Int32(ends.count)
                ends.append(0)
                next.append(contentsOf: repeatElement(0, count: Self.classes))
            }
            node = Int(next[slot])
            at += length
        }
        if node != 0, ends[node] == 0 { ends[node] = Int32(index + 1) }
    }

    /// Matches in order; none overlaps another.
    public func matches(in text: [UInt8], _ range: Range<Int>) -> [Match] {
        var found: [Match] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let match = match(at, in: text, before: range.upperBound) {
                found.append(match)
                at = match.range.upperBound
            } else {
                while at < range.upperBound, text[at].isPartOfWord || text[at].isContinuation { at += 1 }
            }
            while at < range.upperBound, !text[at].isPartOfWord {
                at += text[at] == UInt8.punctuationLead ? 3 : 1
            }
        }
        return found
    }

    /// The longest phrase that starts here and ends with a word.
    private func match(_ start: Int, in text: [UInt8], before end: Int) -> Match? {
        var (node, at) = (0, start)
        var longest: Match?
        while at < end, let (kind, length) = Self.kind(at, of: text) {
            let following = Int(next[node * Self.classes + kind])
            guard following != 0 else { break }
            node = following
            at += length
            if ends[node] != 0, at >= end || !text[at].isPartOfWord {
                longest = Match(phrase: Int(ends[node]) - 1, range: start..<at)
            }
        }
        return longest
    }

    /// The class of the character that starts here, and how many bytes it takes.
    private static func kind(_ index: Int, of text: [UInt8]) -> (kind: Int, length: Int)? {
        switch text[index] {
        case let letter where (0x61...0x7A).contains(letter): (Int(letter - 0x61), 1)
        case let capital where capital.isCapital: (Int(capital - 0x41), 1)
        case let digit where (0x30...0x39).contains(digit): (26 + Int(digit - 0x30), 1)
        case UInt8(ascii: " "), UInt8(ascii: "-"): (36, 1)
        case UInt8(ascii: "'"): (37, 1)
        case UInt8.punctuationLead where QuotationMark.at(index, of: text) == QuotationMark.closeSingle: (37, 3)
        default: nil
        }
    }
}
