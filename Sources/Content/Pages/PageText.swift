import Diagnostics

/// A page's file, cut into front matter and text.
struct PageText {
    let frontMatter: ArraySlice<UInt8>
    let body: ArraySlice<UInt8>
    /// The line of the file on which the text starts.
    let bodyFirstLine: Int

    /// Cuts at the two lines of three hyphens; `nil` where either is missing.
    init?(_ bytes: [UInt8]) {
        var lines = Lines(bytes)
        guard let first = lines.next(), first.isRule(in: bytes) else { return nil }
        while let line = lines.next() {
            guard line.isRule(in: bytes) else { continue }
            frontMatter = bytes[first.next..<line.start]
            body = bytes[line.next...]
            bodyFirstLine = lines.count + 1
            return
        }
        return nil
    }

    private struct Line {
        let start: Int
        let end: Int
        let next: Int

        /// Three hyphens, with nothing but spaces behind them.
        func isRule(in bytes: [UInt8]) -> Bool {
            let text = bytes[start..<end]
            return text.starts(with: "---".utf8)
                && text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
        }
    }

    private struct Lines {
        let bytes: [UInt8]
        var at: Int
        var count = 0

        /// A byte order mark at the start is passed over.
        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        mutating func next() -> Line? {
            guard at < bytes.count else { return nil }
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            defer {
                at = min(end + 1, bytes.count)
                count += 1
            }
            return Line(start: at, end: end, next: min(end + 1, bytes.count))
        }
    }
}
