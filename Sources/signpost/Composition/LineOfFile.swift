/// Takes a line out of a file, for showing it beneath a message.
enum LineOfFile {
    /// - Parameter number: From 1.
    static func text(_ bytes: [UInt8], _ number: Int) -> String? {
        // Byte by byte: a split would make an array of the whole file again for each of its faults.
        var start = 0
        for _ in 1..<max(1, number) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start = end + 1
        }
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}
