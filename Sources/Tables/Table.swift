/// A sheet of a workbook, or all of a text file: rows of text.
public struct Table: Sendable, Hashable {
    /// The sheet's name; empty for a text file.
    public let name: String
    public let rows: [Row]

    public struct Row: Sendable, Hashable {
        /// The line of the file on which it starts, or the number that the spreadsheet shows beside it; from 1.
        public let number: Int
        /// As they are written, without quotation marks. Rows may differ in length.
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        public var isBlank: Bool { cells.allSatisfy { $0.utf8.allSatisfy { $0 <= 0x20 } } }
    }

    public init(name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }
}
