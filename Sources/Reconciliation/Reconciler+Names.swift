extension Reconciler {
    /// Every name in a rule that leads nowhere.
    public func unknownNames() -> [UnknownName] {
        order.flatMap { table in
            table.rules.enumerated().flatMap { index, rule in
                rule.rows.compactMap { unknown(row: $0, index, table) }
                    + rule.columns.compactMap { unknown(column: $0.name, of: $0.row, index, table) }
            }
        }
    }

    private func unknown(row name: String, _ rule: Int, _ table: FigureTable) -> UnknownName? {
        let (owner, row) = place(of: name, in: table)
        guard let owner else {
            return UnknownName(
                table: table.id, rule: rule, name: name, known: tables.keys.sorted().map { "\($0).\(row)" })
        }
        guard !owner.rows.contains(where: { $0.id == row }) else { return nil }
        let prefix = owner.id == table.id ? "" : "\(owner.id)."
        return UnknownName(table: table.id, rule: rule, name: name, known: owner.rows.map { prefix + $0.id })
    }

    private func unknown(column: String, of row: String?, _ rule: Int, _ table: FigureTable) -> UnknownName? {
        let owner = row.flatMap { place(of: $0, in: table).table } ?? table
        guard !owner.columns.contains(column) else { return nil }
        return UnknownName(table: table.id, rule: rule, name: column, known: owner.columns)
    }
}

extension Rule {
    fileprivate var rows: [String] {
        switch self {
        case .total(let total, let parts, _): [total] + parts
        case .sum: []
        case .percent(let row, let part, let base): [row] + part + base
        case .whole(let parts): parts
        case .flow(let stock, let incoming, let outgoing, _): [stock, incoming, outgoing]
        case .same(let row, let other), .sameOverall(let row, _, let other, _): [row, other]
        }
    }

    /// Columns, and a row of the table that they are looked for in.
    fileprivate var columns: [(name: String, row: String?)] {
        switch self {
        case .sum(let sum, let parts): ([sum] + parts).map { ($0, nil) }
        case .sameOverall(_, let own, let other, let column): own.map { ($0, nil) } + [(column, other)]
        default: []
        }
    }
}
