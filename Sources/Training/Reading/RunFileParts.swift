/// Where a run's file turns from settings into rows.
struct RunFileParts {
    /// Where the line `attendance:` starts. All before it is read as YAML by itself.
    let rows: Int
    /// Where the line after it starts, and its number, from 1.
    let firstRow: (offset: Int, line: Int)

    /// `nil` where the file cannot be cut there for sure.
    ///
    /// Every line above must start with a small letter, a space or a comment sign. That leaves only keys at the left
    /// edge and what hangs under them, which end where the next key starts; whatever could reach over the cut (a brace
    /// or bracket, a second document, an anchor) starts otherwise.
    ///
    /// - Precondition: ``PlainText`` holds the bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if text.starts(with: Self.key) {
                guard Self.isBlankOrComment(text[Self.key.count...]) else { return nil }
                rows = start
                firstRow = (min(end + 1, bytes.count), line + 1)
                return
            }
            guard text.first.map(Self.mayStartLine) ?? true else { return nil }
            start = end + 1
            line += 1
        }
        return nil
    }

    private static let key = Array("attendance:".utf8)

    private static func mayStartLine(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    private static func isBlankOrComment(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let text = rest.drop { $0 == UInt8(ascii: " ") }
        guard let first = text.first, first != UInt8(ascii: "\r") else { return true }
        return first == UInt8(ascii: "#") && text.startIndex > rest.startIndex
    }
}
