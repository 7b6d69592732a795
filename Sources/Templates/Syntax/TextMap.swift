import Diagnostics

/// Finds the line and column of a byte.
struct TextMap {
    private let path: String
    private let bytes: [UInt8]
    private let lineStarts: [Int]

    init(_ source: TemplateSource) {
        path = source.path
        bytes = source.bytes
        lineStarts = [0] + source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The place of a stretch of bytes; only its first line is underlined.
    func location(of range: Range<Int>) -> Location {
        let line = lineIndex(of: range.lowerBound)
        let start = lineStarts[line]
        let lineEnd = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        return Location(
            path: path, start: Position(line: line + 1, column: scalars(in: start..<range.lowerBound) + 1),
            length: scalars(in: range.lowerBound..<max(range.lowerBound, min(range.upperBound, lineEnd))))
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// UTF-8 bytes of the form 10xxxxxx continue a scalar (RFC 3629, section 3).
    private func scalars(in range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $0 + ($1 & 0b1100_0000 == 0b1000_0000 ? 0 : 1) }
    }
}
