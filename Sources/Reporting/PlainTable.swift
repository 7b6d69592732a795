/// A table for a terminal: columns in line, numbers to the right.
enum PlainTable {
    static func text(_ table: ReportTable) -> String {
        guard !table.rows.isEmpty else { return table.empty }
        let all = table.rows + [table.total].compactMap(\.self)
        let numeric = table.columns.indices.map { column in
            all.contains { $0[column].isNumber } && all.allSatisfy { $0[column].mayStandAmongNumbers }
        }
        let cells = [table.columns.map(\.title)] + all.map { $0.map { $0.shown.printable } }
        let widths = table.columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        var lines = cells.map { line($0, widths, numeric) }
        lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
        return lines.joined(separator: "\n")
    }

    private static func line(_ cells: [String], _ widths: [Int], _ numeric: [Bool]) -> String {
        let padded = cells.indices.map { column in
            let gap = String(repeating: " ", count: widths[column] - cells[column].count)
            return numeric[column] ? gap + cells[column] : cells[column] + gap
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}

extension ReportTable.Value {
    fileprivate var mayStandAmongNumbers: Bool {
        if case .text = self { false } else { true }
    }
}

extension String {
    /// Without characters that a terminal would obey instead of showing them.
    fileprivate var printable: String {
        unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
            ? String(
                String.UnicodeScalarView(
                    unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }))
            : self
    }
}
