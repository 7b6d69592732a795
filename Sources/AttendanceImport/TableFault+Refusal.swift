import Diagnostics
public import Tables

extension ImportRefusal {
    /// - Parameter path: The file's path as the user typed it.
    public init(_ fault: TableFault, path: String) {
        switch fault {
        case .empty:
            self.init(.importNotATable, "this file is empty", path: path, help: "export it again")
        case .notATable(let kind):
            self.init(.importNotATable, "this file is \(kind)", path: path, help: "save it as CSV, or export it again")
        case .openQuotation(let line):
            self.init(
                .openQuotation, "a quotation mark opens here and is never closed", path: path, line: line,
                help: "the file may have been cut off: export it again")
        case .tooManyColumns(let line):
            self.init(
                .importNotATable, "this row has more than \(TableFile.maximumColumns) cells", path: path, line: line,
                help: "is this a register?")
        }
    }
}
