public import Integrity

/// A finished page around its text: what it takes to put another text into it without drawing it anew.
///
/// Of a page's text the rest of the site sees its ``TextFacts`` and its words, and nothing else. So a text with the same
/// facts can take the place of the old one in the finished file: everything around it, and what stands in its holes,
/// stays.
public struct PageFrame: Sendable, Hashable {
    /// The page's own file, from the content folder.
    public let source: String
    /// The page's file in the site.
    public let file: String
    /// The language in whose search index it stands, as a BCP 47 tag, and the number of its place there.
    public let language: String
    public let number: Int
    /// Of ``TextFacts``.
    public let facts: Digest
    /// Where its text stands in the file, in bytes.
    public let text: Range<Int>
    /// Where in the file the contents of the text's holes stand, in their order.
    public let holes: [Range<Int>]

    public init(
        source: String, file: String, language: String, number: Int, facts: Digest, text: Range<Int>,
        holes: [Range<Int>]
    ) {
        self.source = source
        self.file = file
        self.language = language
        self.number = number
        self.facts = facts
        self.text = text
        self.holes = holes
    }

    /// Whether the places lie in a file of so many bytes, one behind the other.
    func fits(_ size: Int) -> Bool {
        var last = text.lowerBound
        for hole in holes {
            guard hole.lowerBound >= last else { return false }
            last = hole.upperBound
        }
        return text.lowerBound >= 0 && last <= text.upperBound && text.upperBound <= size
    }
}
