extension Reconciler {
    func total(
        _ total: String, _ parts: [String], _ severalApply: Bool, at column: String, _ rule: Int, _ table: FigureTable
    ) -> [Mismatch] {
        guard let given = value(total, column, table) else { return [] }
        if severalApply {
            return parts.compactMap { part in
                guard let figure = value(part, column, table), figure.fine > given.fine else { return nil }
                return Mismatch(
                    table, rule, row: part, column: column, given: figure, "\(figure) of \(given) is more than all")
            }
        }
        guard let figures = values(parts, column, table), figures.sum != given.fine else { return [] }
        return [Mismatch(table, rule, row: total, column: column, given: given, figures.added)]
    }

    func sum(
        _ row: FigureTable.Row, _ sum: String, _ parts: [String], _ rule: Int, _ table: FigureTable
    ) -> Mismatch? {
        let figures = parts.compactMap { value(row.id, $0, table) }
        guard figures.count == parts.count, let given = value(row.id, sum, table), figures.sum != given.fine else {
            return nil
        }
        return Mismatch(table, rule, row: row.id, column: sum, given: given, figures.added)
    }

    func same(_ row: String, _ other: String, at column: String, _ rule: Int, _ table: FigureTable) -> Mismatch? {
        guard let given = value(row, column, table), let theirs = value(other, column, table),
            given.fine != theirs.fine
        else { return nil }
        return Mismatch(table, rule, row: row, column: column, given: given, "\(other) says \(theirs)")
    }

    func overall(
        _ row: String, _ columns: [String], _ other: String, _ column: String, _ rule: Int, _ table: FigureTable
    ) -> [Mismatch] {
        let figures = columns.compactMap { value(row, $0, table) }
        guard figures.count == columns.count, let last = columns.last, let given = figures.last,
            let theirs = value(other, column, table), figures.sum != theirs.fine
        else { return [] }
        let sum = figures.count > 1 ? "\(figures.added), and " : ""
        return [Mismatch(table, rule, row: row, column: last, given: given, "\(sum)\(other) says \(theirs)")]
    }

    /// What was there at the start, and what came, less what went, against what is there.
    func flow(
        _ rows: (stock: String, incoming: String, outgoing: String), _ counted: Rule.Counted, from before: String,
        to now: String, _ rule: Int, _ table: FigureTable
    ) -> Mismatch? {
        // Of a stock that counts those who went too, they leave it with the period in which they went.
        let leaving = counted == .end ? now : before
        guard let old = value(rows.stock, before, table), let new = value(rows.stock, now, table),
            let came = value(rows.incoming, now, table), let went = value(rows.outgoing, leaving, table)
        else { return nil }
        let expected = old.fine + came.fine - went.fine
        guard expected != new.fine else { return nil }
        return Mismatch(
            table, rule, row: rows.stock, column: now, given: new,
            "\(old) + \(came) − \(went) = \(Figure(fine: expected))")
    }
}
