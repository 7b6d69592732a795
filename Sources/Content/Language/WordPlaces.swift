import Diagnostics
import Prose

/// The way from a finding in a text without markup back to the author's line.
///
/// The line is known, the column is looked for: markup, escapes and curly quotation marks make the two texts differ.
struct WordPlaces {
    private let bytes: [UInt8]
    private let path: String
    private var starts: [Int] = []
    /// For each line, how far findings have been found on it.
    private var reached: [Int: Int] = [:]

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The place of words that stand in `text`; findings must be asked for in their order.
    mutating func location(of range: Range<Int>, in text: RunningText) -> Location {
        let line = line(text.line(at: range.lowerBound))
        let part = text.bytes[text.firstLine(of: range)]
        let words = part.last == UInt8(ascii: " ") ? part.dropLast() : part
        let known = words.prefix { $0 < 0x80 }
        let start = max(line.range.lowerBound, reached[line.number] ?? 0)
        guard !known.isEmpty, let found = find(Array(known), from: start, to: line.range.upperBound) else {
            return Location(path: path, start: Position(line: line.number, column: 1))
        }
        reached[line.number] = found + known.count
        let column = bytes[line.range.lowerBound..<found].count { $0 & 0xC0 != 0x80 } + 1
        return Location(
            path: path, start: Position(line: line.number, column: column),
            length: words.count { $0 & 0xC0 != 0x80 })
    }

    /// The first line that starts with these bytes, from line 1 on.
    mutating func line(startingWith key: String) -> Int? {
        indexLines()
        return starts.firstIndex { bytes[$0...].starts(with: key.utf8) }.map { $0 + 1 }
    }

    private mutating func line(_ number: Int) -> (number: Int, range: Range<Int>) {
        indexLines()
        guard starts.indices.contains(number - 1) else { return (max(1, number), bytes.count..<bytes.count) }
        return (number, starts[number - 1]..<(number < starts.count ? starts[number] : bytes.count))
    }

    private mutating func indexLines() {
        guard starts.isEmpty else { return }
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    private func find(_ words: [UInt8], from start: Int, to end: Int) -> Int? {
        guard end - start >= words.count else { return nil }
        let folded = words.map(Self.folded)
        return (start...end - words.count).first { at in
            folded.indices.allSatisfy { Self.folded(bytes[at + $0]) == folded[$0] }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}
