/// A change of hidden cells that leaves every sum and everything that is shown as it is: proof that the tables could be
/// other than they are.
struct Move: Sendable {
    /// Whole numbers, none of them 0.
    let changes: [(cell: Int, by: Int)]

    func change(of cell: Int) -> Int { changes.first { $0.cell == cell }?.by ?? 0 }

    func moves(_ cell: Int) -> Bool { changes.contains { $0.cell == cell } }

    /// Whether it moves the cell by so much at least, in that direction.
    func reaches(_ cell: Int, _ amount: Int) -> Bool {
        let change = change(of: cell)
        return amount > 0 ? change >= amount : change <= amount
    }
}

/// Finds moves.
struct MoveFinder {
    let system: CellSystem
    let floors: [Int]
    let hidden: [Bool]

    /// The cheapest move of one cell by so much, where hidden cells are free and shown ones cost their weight.
    ///
    /// - Parameter cell: If given, nothing that is shown now may be hidden, and this cell must not move.
    /// - Returns: `nil` where there is none in whole numbers.
    func move(_ moved: Int, by amount: Int, avoiding cell: Int?) -> Move? {
        let columns = system.cells.indices.flatMap { number -> [Column] in
            number == moved || number == cell || (cell != nil && isShown(number)) ? [] : self.columns(number)
        }
        var program = WholeProgram(rows: system.sums.count)
        let rows = self.rows
        for column in columns {
            program.add(
                rows[column.cell].map { ($0.row, $0.sign * column.direction) }, cost: column.cost, cap: column.cap)
        }
        for (row, sign) in rows[moved] { program.rightSide[row] -= sign * amount }
        guard let solution = program.solution() else { return nil }
        var changes = [moved: amount]
        for (column, value) in zip(columns, solution) where value != 0 {
            changes[column.cell, default: 0] += column.direction * value
        }
        return checked(Move(changes: changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0, $1) }))
    }

    /// One cell in one direction.
    private struct Column {
        let cell: Int
        let direction: Int
        let cost: Double
        /// `nil` for no limit.
        let cap: Int?
    }

    private func isShown(_ number: Int) -> Bool {
        system.cells[number].role == .published && !hidden[number]
    }

    /// A shown 0 stays: hiding it would say what a symbol stands for. What is known stays in any case.
    private func columns(_ number: Int) -> [Column] {
        let cell = system.cells[number]
        guard cell.role != .known, cell.count > 0 || !isShown(number) else { return [] }
        // Cells that move anyway cost next to nothing; the little is for short moves and for one answer where there
        // are several.
        let tie = Double(number) / Double(system.cells.count) / 1000
        let cost = (isShown(number) ? Double(cell.weight) : 0.001) + tie / 10
        let room = cell.count - floors[number]
        return [Column(cell: number, direction: 1, cost: cost, cap: nil)]
            + (room > 0 ? [Column(cell: number, direction: -1, cost: cost, cap: room)] : [])
    }

    /// For each cell, the sums in which it stands: as the total (1) or as a part (-1).
    private var rows: [[(row: Int, sign: Int)]] {
        var rows: [[(row: Int, sign: Int)]] = system.cells.map { _ in [] }
        for (row, sum) in system.sums.enumerated() {
            rows[sum.total].append((row, 1))
            for part in sum.parts { rows[part].append((row, -1)) }
        }
        return rows
    }

    /// The move itself, if it is one: computed in floating point, it is believed only when its whole numbers hold.
    private func checked(_ move: Move) -> Move? {
        var changes = [Int](repeating: 0, count: system.cells.count)
        for change in move.changes { changes[change.cell] = change.by }
        let addsUp = system.sums.allSatisfy { sum in
            sum.parts.reduce(0) { $0 + changes[$1] } == changes[sum.total]
        }
        let staysAbove = move.changes.allSatisfy {
            system.cells[$0.cell].count + $0.by >= min(floors[$0.cell], system.cells[$0.cell].count)
        }
        return addsUp && staysAbove ? move : nil
    }
}
