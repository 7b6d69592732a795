import XMLEvents

/// Reads the cells of one sheet (ECMA-376 part 1, 18.3.1).
final class SheetReader {
    private let strings: [String]
    private let styles: NumberStyles
    private let dates: SerialDate
    private let room: Int
    /// How many cells the sheet has, with the empty ones before others.
    private(set) var used = 0

    private var rows: [Table.Row] = []
    private var number = 0
    private var cells: [String] = []
    private var fault: TableFault?
    // The cell that is being read.
    private var column = 0
    private var type = "n"
    private var style: String?
    private var value = ""
    private var isInValue = false
    private var inline = TextCollector()

    init(strings: [String], styles: NumberStyles, startsIn1904: Bool, room: Int) {
        self.strings = strings
        self.styles = styles
        dates = SerialDate(startsIn1904: startsIn1904)
        self.room = room
    }

    /// The rows that hold something.
    func read(_ part: [UInt8]) throws(TableFault) -> [Table.Row] {
        try part.readXML(take)
        if let fault { throw fault }
        return rows
    }

    private func take(_ event: XMLEvent) {
        guard fault == nil else { return }
        switch event {
        case .start("row", let attributes):
            number = attributes["r"].flatMap { Int($0) } ?? number + 1
            cells = []
        case .end("row"): if !cells.isEmpty { rows.append(Table.Row(number: number, cells: cells)) }
        case .start("c", let attributes):
            column = attributes["r"].flatMap(Self.column) ?? cells.count
            type = attributes["t"] ?? "n"
            style = attributes["s"]
            value = ""
        case .start("v", _): isInValue = true
        case .end("v"): isInValue = false
        case .end("c"): place()
        default:
            if isInValue, case .text(let piece) = event { value += piece }
            if type == "inlineStr", let text = inline.take(event, in: "is") { value = text }
        }
    }

    private func place() {
        let text = shown()
        guard !text.isEmpty else { return }
        guard column < TableFile.maximumColumns else { return fault = .tooManyColumns(line: number) }
        // Cells stand in order; one that goes back is from a damaged file.
        guard column >= cells.count else { return fault = .damagedWorkbook }
        used += column + 1 - cells.count
        guard used <= room else { return fault = .workbookTooLarge }
        while cells.count < column { cells.append("") }
        cells.append(text)
    }

    private func shown() -> String {
        switch type {
        case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "n": return dates.text(value, as: styles.kind(style)) ?? value
        case "d": return value.replacingT
        default: return value
        }
    }

    /// The column of `BC12`, from 0; `nil` where that cannot be read.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8.prefix(4) {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
        }
        return column > 0 ? column - 1 : nil
    }
}

extension String {
    /// A day and a time of ISO 8601, with a space between them.
    fileprivate var replacingT: String {
        String(decoding: utf8.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }, as: UTF8.self)
    }
}
