extension Reconciler {
    func percent(
        _ row: String, _ part: [String], _ base: [String], at column: String, _ rule: Int, _ table: FigureTable
    ) -> Mismatch? {
        guard let given = value(row, column, table), let parts = values(part, column, table),
            let bases = values(base, column, table)
        else { return nil }
        let (part, whole) = (parts.sum, bases.sum)
        guard whole > 0 else {
            return part == 0
                ? nil
                : Mismatch(
                    table, rule, row: row, column: column, given: given,
                    "\(Figure(fine: part)) of 0 is no percentage")
        }
        // Per cent, in units of the last digit that is printed.
        let (quotient, rest) = (part * 100 * Figure.power(given.decimals)).quotientAndRemainder(dividingBy: whole)
        let nearest = 2 * rest >= whole ? quotient + 1 : quotient
        guard given.units != nearest, !(2 * rest == whole && given.units == quotient) else { return nil }
        let sum = "\(Figure(fine: part)) of \(Figure(fine: whole))"
        return Mismatch(
            table, rule, row: row, column: column, given: given,
            "\(sum) is \(Figure(nearest, decimals: given.decimals)) %",
            isRounding: rest > 0 && (given.units == quotient || given.units == quotient + 1))
    }

    /// Each percentage may be off by half of its last digit, and the whole by as much for each of them.
    func whole(_ parts: [String], at column: String, _ rule: Int, _ table: FigureTable) -> Mismatch? {
        guard let figures = values(parts, column, table), let last = parts.last, let given = figures.last else {
            return nil
        }
        let slack = figures.reduce(0) { $0 + Figure.power(Figure.finest - $1.decimals) / 2 }
        guard abs(figures.sum - 100 * Figure.power(Figure.finest)) > slack else { return nil }
        return Mismatch(table, rule, row: last, column: column, given: given, "\(figures.added), and not 100")
    }
}
