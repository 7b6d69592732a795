public import Integrity

/// What stands around a page's text in its finished file, and in its holes, as far as somebody who reads across the
/// borders of the text must see it.
///
/// A search for names reads `Ann</h1><p>Oakwhistle` as one name. So another text can be searched without its page, if what
/// is next to it is kept: the words before and behind it, and all that stands in its holes.
public struct PageSurroundings: Sendable, Hashable {
    /// The page's own file, from the content folder.
    public let source: String
    /// The page's file in the site.
    public let file: String
    /// Of ``TextFacts``.
    public let facts: Digest
    /// HTML, of which tags that are not next to the text are left out but for the fact that there was one.
    public let before: [UInt8]
    public let behind: [UInt8]
    /// The contents of the text's holes, in their order.
    public let holes: [[UInt8]]

    public init(
        source: String, file: String, facts: Digest, before: [UInt8], behind: [UInt8], holes: [[UInt8]]
    ) {
        self.source = source
        self.file = file
        self.facts = facts
        self.before = before
        self.behind = behind
        self.holes = holes
    }

    /// - Parameter bytes: The finished file.
    init(of frame: PageFrame, in bytes: [UInt8]) {
        source = frame.source
        file = frame.file
        facts = frame.facts
        before = Self.before(frame.text.lowerBound, in: bytes)
        behind = Self.behind(frame.text.upperBound, in: bytes)
        holes = frame.holes.map { Array(bytes[$0]) }
    }

    /// How many bytes between tags are kept on each side. A name has at most 255 letters (`WatchList`), and a telephone
    /// number, an address or another number fewer; what parts their words counts too, and is short.
    private static let reach = 384

    private static let tag = Array("<b>".utf8)

    /// The end of what stands before a place, read backwards. Signs that are no tags are escaped in finished pages.
    private static func before(_ place: Int, in bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var (at, text, hasTag) = (place, 0, false)
        while at > 0, text < reach {
            at -= 1
            guard bytes[at] == UInt8(ascii: ">"), let start = bytes[..<at].lastIndex(of: UInt8(ascii: "<")) else {
                out.append(bytes[at])
                text += 1
                continue
            }
            // A row of tags is as good as one.
            if out.last != UInt8(ascii: "<") { out += (hasTag ? tag[...] : bytes[start...at]).reversed() }
            hasTag = true
            at = start
        }
        return out.reversed()
    }

    private static func behind(_ place: Int, in bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var (at, text, hasTag) = (place, 0, false)
        while at < bytes.count, text < reach {
            guard bytes[at] == UInt8(ascii: "<"), let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) else {
                out.append(bytes[at])
                (at, text) = (at + 1, text + 1)
                continue
            }
            if out.last != UInt8(ascii: ">") { out += hasTag ? tag[...] : bytes[at...end] }
            hasTag = true
            at = end + 1
        }
        return out
    }
}
