/// Reads rows of cells from text: RFC 4180, and what programs write that calls itself so.
///
/// Beyond the RFC: any separator; LF, CR LF and CR end a row; spaces before an opening quotation mark are taken for
/// slips; a mark inside of a bare cell, and text behind a closing one, are kept as they stand.
struct DelimitedText {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var offset: Int
    private var line: Int

    /// - Parameter firstLine: The line of the file on which `bytes` from `start` on begin.
    init(_ bytes: [UInt8], separator: UInt8, from start: Int = 0, firstLine: Int = 1) {
        self.bytes = bytes
        self.separator = separator
        offset = start
        line = firstLine
    }

    /// The next row, or `nil` at the end.
    mutating func next() throws(TableFault) -> Table.Row? {
        guard offset < bytes.count else { return nil }
        let first = line
        var cells: [String] = []
        repeat {
            guard cells.count < TableFile.maximumColumns else { throw .tooManyColumns(line: first) }
            cells.append(try cell())
        } while take(separator)
        endLine()
        return Table.Row(number: first, cells: cells)
    }

    private mutating func cell() throws(TableFault) -> String {
        var start = offset
        while start < bytes.count, bytes[start] == UInt8(ascii: " "), bytes[start] != separator { start += 1 }
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return bareText() }
        offset = start + 1
        return try quotedText() + bareText()
    }

    private mutating func bareText() -> String {
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, !bytes[offset].isLineEnd { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func quotedText() throws(TableFault) -> String {
        let opened = line
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\""), !take(UInt8(ascii: "\"")) { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !at(UInt8(ascii: "\n"))) { line += 1 }
            text.append(byte)
        }
        throw .openQuotation(line: opened)
    }

    private func at(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at(byte) else { return false }
        offset += 1
        return true
    }

    private mutating func endLine() {
        guard offset < bytes.count else { return }
        if take(UInt8(ascii: "\r")) { _ = take(UInt8(ascii: "\n")) } else { offset += 1 }
        line += 1
    }
}

extension UInt8 {
    fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
