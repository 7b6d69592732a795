/// The squares of a code as bits, of which one number holds a whole row: a code has no more than 49 in a row.
struct Squares: Sendable, Hashable {
    /// From the top; the lowest bit is the leftmost square, and 1 is dark.
    private(set) var rows: [UInt64]
    /// The same squares once more, from the left; the lowest bit is the topmost square.
    private(set) var columns: [UInt64]

    init(side: Int, isDark: (_ row: Int, _ column: Int) -> Bool) {
        rows = [UInt64](repeating: 0, count: side)
        columns = rows
        for row in 0..<side {
            for column in 0..<side where isDark(row, column) {
                rows[row] |= 1 << UInt64(column)
                columns[column] |= 1 << UInt64(row)
            }
        }
    }

    var side: Int { rows.count }

    func isDark(row: Int, column: Int) -> Bool { rows[row] >> UInt64(column) & 1 == 1 }

    /// These squares, with those turned over that are dark in `other`.
    func turned(where other: Squares) -> Squares {
        var turned = self
        for place in rows.indices {
            turned.rows[place] ^= other.rows[place]
            turned.columns[place] ^= other.columns[place]
        }
        return turned
    }
}
