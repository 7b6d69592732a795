/// The text of a document as people read it, without markup: one passage after another, each ended by a line feed.
///
/// Wording is judged on this and not on the Markdown, so that emphasis in the middle of a phrase hides nothing; each byte
/// still knows the line that it came from, so that a finding can be shown where the author wrote it.
public struct RunningText: Sendable, Hashable {
    /// UTF-8. A line end inside a passage is a space.
    public private(set) var bytes: [UInt8] = []
    public private(set) var passages: [Passage] = []
    /// Text that is not the author's own wording: quotations, titles in italics, code. In ascending order.
    public private(set) var spared: [Range<Int>] = []
    private var marks: [Mark] = []
    private var open: (kind: Passage.Kind, start: Int)?
    private var spare: (depth: Int, start: Int) = (0, 0)

    /// A paragraph, a heading, a point of a list, a cell of a table.
    public struct Passage: Sendable, Hashable {
        public let kind: Kind
        /// In ``RunningText/bytes``.
        public let range: Range<Int>

        public enum Kind: Sendable, Hashable {
            case paragraph, item, heading, cell, quotation
        }
    }

    /// The line of the file from which bytes come, from an offset on.
    private struct Mark: Sendable, Hashable {
        let offset: Int
        let line: Int
    }

    public init() {}

    public static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes && a.passages == b.passages }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

// Writing.
extension RunningText {
    public mutating func begin(_ kind: Passage.Kind) {
        end()
        open = (kind, bytes.count)
        if kind == .quotation { beginSpared() }
    }

    /// Ends the passage that is open, if any; one without text leaves no trace.
    public mutating func end() {
        guard let (kind, start) = open else { return }
        open = nil
        if kind == .quotation { endSpared() }
        guard bytes.count > start else { return }
        passages.append(Passage(kind: kind, range: start..<bytes.count))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// - Parameter line: Of the file, counted from 1.
    public mutating func append(_ text: some Collection<UInt8>, line: Int) {
        guard open != nil else { return }
        if marks.last?.line != line { marks.append(Mark(offset: bytes.count, line: line)) }
        bytes.append(contentsOf: text)
    }

    public mutating func space() {
        if open != nil { bytes.append(UInt8(ascii: " ")) }
    }

    /// What follows, up to ``endSpared()``, is not the author's own wording. May be nested.
    public mutating func beginSpared() {
        if spare.depth == 0 { spare.start = bytes.count }
        spare.depth += 1
    }

    public mutating func endSpared() {
        guard spare.depth > 0 else { return }
        spare.depth -= 1
        if spare.depth == 0, bytes.count > spare.start { spared.append(spare.start..<bytes.count) }
    }
}

// Reading.
extension RunningText {
    /// The line of the file from which the byte at this offset comes.
    public func line(at offset: Int) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 1 : marks[low - 1].line
    }

    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The part of a range that comes from the line on which it starts.
    public func firstLine(of range: Range<Int>) -> Range<Int> {
        let line = line(at: range.lowerBound)
        let end = marks.first { $0.offset > range.lowerBound && $0.line != line }?.offset ?? range.upperBound
        return range.lowerBound..<max(range.lowerBound, min(range.upperBound, end))
    }
}
