import Diagnostics

/// Finds the line and column of a byte, in constant time after one pass.
struct TextMap {
    private let path: String
    /// Where each line starts, in bytes.
    private var lineStarts = [0]
    /// For each byte, the line it is on and how many scalars come before it.
    private var lines: [Int32] = []
    private var scalars: [Int32] = []

    init(_ source: TemplateSource) {
        path = source.path
        lines.reserveCapacity(source.bytes.count + 1)
        scalars.reserveCapacity(source.bytes.count + 1)
        var count: Int32 = 0
        for (index, byte) in source.bytes.enumerated() {
            lines.append(Int32(lineStarts.count - 1))
            scalars.append(count)
            // UTF-8 bytes of the form 10xxxxxx continue a scalar (RFC 3629, section 3).
            if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
            if byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
        }
        lines.append(Int32(lineStarts.count - 1))
        scalars.append(count)
    }

    /// The place of a stretch of bytes; only its first line is underlined.
    func location(of range: Range<Int>) -> Location {
        let line = Int(lines[range.lowerBound])
        let lineEnd = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : scalars.count - 1
        let before = scalars[range.lowerBound]
        let column = before - scalars[lineStarts[line]] + 1
        let length = scalars[max(range.lowerBound, min(range.upperBound, lineEnd))] - before
        return Location(path: path, start: Position(line: line + 1, column: Int(column)), length: Int(length))
    }
}
