import Tables

/// The part of a file that lists people, with what its columns say.
struct Register: Sendable {
    let format: ExportFormat
    let sheet: String
    let headings: Table.Row
    let columns: [Column: Int]
    /// Below the headings, without blank ones.
    let rows: [Table.Row]

    /// A cell without white space and unprintable characters around and in it; `nil` where there is nothing.
    func text(_ column: Column, _ row: Table.Row) -> String? {
        guard let place = columns[column], row.cells.indices.contains(place) else { return nil }
        let text = row.cells[place].tidied
        return text.isEmpty ? nil : text
    }

    /// Headings that are no column we know, with their places.
    var unknownHeadings: [(place: Int, text: String)] {
        let known = Set(columns.values)
        return headings.cells.enumerated().compactMap { known.contains($0) ? nil : ($0, $1.tidied) }
    }
}

extension String {
    /// On one line, with single spaces between words, and without characters that are not printed or that reorder
    /// text: a name in somebody else's file must not be able to write over the preview.
    var tidied: String {
        if utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return self }
        var text = ""
        var isOwed = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 {
                isOwed = !text.isEmpty
            } else if !scalar.isUnprinted {
                if isOwed { text.unicodeScalars.append(" ") }
                isOwed = false
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    fileprivate var isUnprinted: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
