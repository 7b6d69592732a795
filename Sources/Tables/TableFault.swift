/// Why a file cannot be read as tables.
public enum TableFault: Error, Sendable, Hashable {
    /// It holds nothing.
    case empty
    /// It is something else; in words: "an old Excel workbook (.xls)".
    case notATable(String)
    /// A quotation mark that opens on this line is never closed.
    case openQuotation(line: Int)
    /// A row of text has more than ``TableFile/maximumColumns`` cells.
    case tooManyColumns(line: Int)
}
