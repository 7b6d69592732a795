import Diagnostics

/// The source's lines, and the way from a byte of it to a place in the file.
struct SourceLines {
    let bytes: [UInt8]
    let path: String
    /// The line of the file that the source's first line is.
    let firstLine: Int
    /// Where each line starts; one more entry marks the end.
    private let starts: [Int]
    /// The last column counted, so that many places on one long line do not each count from its start.
    private var lastCounted = (offset: 0, column: 1)
    /// Whether `[^` stands anywhere.
    let mayHaveFootnotes: Bool
    /// Whether `<!` stands anywhere.
    let mayHaveComments: Bool

    /// Lines end as in CommonMark: a line feed, a carriage return, or both.
    init(_ bytes: [UInt8], path: String, firstLine: Int) {
        self.bytes = bytes
        self.path = path
        self.firstLine = firstLine
        var (starts, caretAfterBracket, bangAfterAngle) = ([0], false, false)
        starts.reserveCapacity(bytes.count / 32 + 2)
        bytes.withUnsafeBufferPointer { text in
            for (i, byte) in text.enumerated() where byte <= UInt8(ascii: "^") {
                switch byte {
                case .carriageReturn where i + 1 < text.count && text[i + 1] == .lineFeed: continue
                case .lineFeed, .carriageReturn: starts.append(i + 1)
                case UInt8(ascii: "^") where i > 0 && text[i - 1] == UInt8(ascii: "["): caretAfterBracket = true
                case UInt8(ascii: "!") where i > 0 && text[i - 1] == UInt8(ascii: "<"): bangAfterAngle = true
                default: continue
                }
            }
        }
        if let last = starts.last, last < bytes.count { starts.append(bytes.count) }
        self.starts = starts
        mayHaveFootnotes = caretAfterBracket
        mayHaveComments = bangAfterAngle
    }

    var count: Int { max(1, starts.count - 1) }

    /// A line without its line end. Lines are counted from 1; one outside the source is an empty one at its edge.
    func line(_ number: Int) -> Range<Int> {
        guard number >= 1 else { return 0..<0 }
        guard number < starts.count else { return bytes.count..<bytes.count }
        let start = starts[number - 1]
        var end = starts[number]
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return start..<end
    }

    /// A line without its line end and without white space around it.
    func trimmedLine(_ number: Int) -> Range<Int> {
        let line = line(number)
        guard let first = line.first(where: { !bytes[$0].isBlank }) else { return line.lowerBound..<line.lowerBound }
        let last = line.last { !bytes[$0].isBlank } ?? first
        return first..<(last + 1)
    }

    /// The place of the bytes `range`, which lie on line `number`.
    mutating func location(of range: Range<Int>, onLine number: Int) -> Location {
        let line = line(number)
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(range.upperBound, start), line.upperBound)
        let column: Int
        if lastCounted.offset < line.lowerBound || lastCounted.offset > line.upperBound {
            column = 1 + scalars(in: line.lowerBound..<start)
        } else if lastCounted.offset <= start {
            column = lastCounted.column + scalars(in: lastCounted.offset..<start)
        } else {
            column = lastCounted.column - scalars(in: start..<lastCounted.offset)
        }
        lastCounted = (start, column)
        return Location(
            path: path, start: Position(line: number + firstLine - 1, column: column),
            length: scalars(in: start..<min(end, start + SourceLines.longestCaret)))
    }

    /// The place of what a line says.
    mutating func location(ofLine number: Int) -> Location {
        location(of: trimmedLine(number), onLine: number)
    }

    /// Underlining more than this many bytes helps nobody.
    private static let longestCaret = 200

    private func scalars(in range: Range<Int>) -> Int {
        range.reduce(0) { bytes[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// Where `needle` stands first inside `range`.
    func first(_ needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
        guard let head = needle.first, range.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { text in
            (range.lowerBound...range.upperBound - needle.count).first { start in
                text[start] == head && needle.indices.allSatisfy { text[start + $0] == needle[$0] }
            }
        }
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Space or tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
