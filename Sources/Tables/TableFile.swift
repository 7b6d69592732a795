/// A file that holds tables: CSV and its relatives.
public struct TableFile: Sendable, Hashable {
    public let tables: [Table]
    public let form: Form

    /// How the file was stored, for telling people what it was taken for.
    public enum Form: Sendable, Hashable {
        case text(TextEncoding, Separator)
    }

    /// No register needs more. A row that goes on for ever would otherwise fill the memory.
    public static let maximumColumns = 1024

    /// Takes a file for what its first bytes say, and never for what its name says.
    public init(_ bytes: [UInt8]) throws(TableFault) {
        guard !bytes.isEmpty else { throw .empty }
        if let other = FileSignature.of(bytes) { throw .notATable(other) }
        let text = DecodedText(bytes)
        if text.bytes.contains(where: \.isNeverInText) { throw .notATable("no text: it holds unprintable bytes") }
        try self.init(text)
    }

    private init(_ text: DecodedText) throws(TableFault) {
        let named = Self.namedSeparator(text.bytes)
        let separator = named?.separator ?? Separator.found(in: text.bytes)
        var reader = DelimitedText(
            text.bytes, separator: separator.rawValue, from: named?.end ?? 0, firstLine: named == nil ? 1 : 2)
        var rows: [Table.Row] = []
        while let row = try reader.next() { rows.append(row) }
        guard rows.contains(where: { !$0.isBlank }) else { throw .empty }
        tables = [Table(name: "", rows: rows)]
        form = .text(text.encoding, separator)
    }

    /// Excel's own first line, `sep=;`.
    private static func namedSeparator(_ bytes: [UInt8]) -> (separator: Separator, end: Int)? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard line.count == 5, line.starts(with: Array("sep=".utf8)), let separator = Separator(rawValue: line[4])
        else { return nil }
        let end = bytes[5...].prefix { $0 == UInt8(ascii: "\r") }.count + 6
        return (separator, min(end, bytes.count))
    }
}

/// What a file is that only looks like a table from its name.
enum FileSignature {
    /// In words, or `nil` where it may well be a table.
    static func of(_ bytes: [UInt8]) -> String? {
        known.first { bytes.starts(with: $0.start) }?.name ?? (isWebPage(bytes) ? "a web page" : nil)
    }

    private static let known: [(start: [UInt8], name: String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook (.xls), or one with a password"),
        (Array("%PDF-".utf8), "a PDF file"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x1F, 0x8B], "a compressed file"),
    ]

    /// What a download gives when the browser was not signed in.
    private static func isWebPage(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(256).drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(14)
        let text = String(decoding: head, as: UTF8.self).lowercased()
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }
}

extension UInt8 {
    /// Control characters apart from tab, line ends, and the marks between pages and at the end of old files.
    fileprivate var isNeverInText: Bool {
        switch self {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A: false
        case 0x00...0x1F: true
        default: false
        }
    }
}
