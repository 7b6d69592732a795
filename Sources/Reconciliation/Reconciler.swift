/// Does the sums that a careful reader of a report would do.
///
/// Pure arithmetic in whole numbers. A figure that is not known makes every sum with it unknown, and nothing is said about
/// it: unknown is not nought.
public struct Reconciler: Sendable {
    let tables: [String: FigureTable]
    let order: [FigureTable]

    /// Tables of one id count once, the first of them.
    public init(_ tables: [FigureTable]) {
        order = tables
        self.tables = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every figure that does not follow, in the order of tables, rules and columns.
    public func mismatches() -> [Mismatch] {
        order.flatMap { table in
            table.rules.enumerated().flatMap { index, rule in mismatches(of: rule, index, in: table) }
        }
    }

    private func mismatches(of rule: Rule, _ index: Int, in table: FigureTable) -> [Mismatch] {
        switch rule {
        case .total(let total, let parts, let severalApply):
            table.columns.flatMap { self.total(total, parts, severalApply, at: $0, index, table) }
        case .sum(let sum, let parts): table.countedRows.compactMap { self.sum($0, sum, parts, index, table) }
        case .percent(let row, let part, let base):
            table.columns.compactMap { percent(row, part, base, at: $0, index, table) }
        case .whole(let parts): table.columns.compactMap { whole(parts, at: $0, index, table) }
        case .flow(let stock, let incoming, let outgoing, let counted):
            zip(table.columns, table.columns.dropFirst()).compactMap { before, now in
                flow((stock, incoming, outgoing), counted, from: before, to: now, index, table)
            }
        case .same(let row, let other): table.columns.compactMap { same(row, other, at: $0, index, table) }
        case .sameOverall(let row, let columns, let other, let column):
            overall(row, columns.isEmpty ? table.columns : columns, other, column, index, table)
        }
    }

    func value(_ name: String, _ column: String, _ table: FigureTable) -> Figure? {
        let (owner, row) = place(of: name, in: table)
        guard let owner, let at = owner.columns.firstIndex(of: column) else { return nil }
        return owner.rows.first { $0.id == row }.flatMap { $0.values[at] }
    }

    /// The figures of rows in a column, or `nil` where one is not known.
    func values(_ names: [String], _ column: String, _ table: FigureTable) -> [Figure]? {
        let found = names.compactMap { value($0, column, table) }
        return found.count == names.count ? found : nil
    }

    func place(of name: String, in table: FigureTable) -> (table: FigureTable?, row: String) {
        guard let dot = name.firstIndex(of: ".") else { return (table, name) }
        return (tables[String(name[..<dot])], String(name[name.index(after: dot)...]))
    }
}

extension [Figure] {
    var sum: Int { reduce(0) { $0 + $1.fine } }

    /// `3 + 2 + 3 = 8`
    var added: String {
        count == 1 ? "\(self[0])" : "\(map(\.description).joined(separator: " + ")) = \(Figure(fine: sum))"
    }
}
