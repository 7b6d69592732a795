/// Some whole lines of a file.
struct LinesOfFile: Sendable {
    let file: [UInt8]
    let range: Range<Int>
    /// The number of the first one, from 1.
    let firstLine: Int
    /// How many there are at most.
    let lineCount: Int

    var bytes: ArraySlice<UInt8> { file[range] }

    /// Two thousand people: some milliseconds' work.
    static let usualSize = 1 << 18

    /// A file in parts, cut behind line ends, for several cores to read at once.
    ///
    /// - Parameter size: How long a part is at least, in bytes; the last one may be shorter.
    static func parts(of bytes: [UInt8], size: Int) -> [LinesOfFile] {
        var parts: [LinesOfFile] = []
        var start = 0
        var line = 1
        while start < bytes.count {
            let from = min(start + size, bytes.count)
            let end = bytes[from...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
            let breaks = bytes.withUnsafeBufferPointer { EightSigns.newlines(in: $0, start..<end) }
            // The last line may have no break.
            parts.append(LinesOfFile(file: bytes, range: start..<end, firstLine: line, lineCount: breaks + 1))
            line += breaks
            start = end
        }
        return parts
    }
}
