/// Takes a line out of a file, for showing it beneath a message.
enum LineOfFile {
    /// - Parameter number: From 1.
    static func text(_ bytes: [UInt8], _ number: Int) -> String? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1]
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}
