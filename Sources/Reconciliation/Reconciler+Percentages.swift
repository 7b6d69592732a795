extension Reconciler {
    func percent(
        _ row: String, _ part: [String], _ base: [String], at column: String, _ rule: Int, _ table: FigureTable
    ) -> Mismatch? {
        guard let given = value(row, column, table), let parts = values(part, column, table),
            let bases = values(base, column, table)
        else { return nil }
        guard !part.isEmpty else { return uncounted(row, given, of: bases.sum, at: column, rule, table) }
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

    /// A percentage of people whose count nobody has told. With few of them most percentages cannot be: of 37, no whole
    /// number is 29 %. This is the GRIM test (Brown and Heathers, "The GRIM test", Social Psychological and Personality
    /// Science 8, 2017), for percentages in the place of means.
    private func uncounted(
        _ row: String, _ given: Figure, of whole: Int, at column: String, _ rule: Int, _ table: FigureTable
    ) -> Mismatch? {
        let one = Figure.power(Figure.finest)
        guard whole > 0, whole.isMultiple(of: one) else { return nil }
        let (base, digit) = (whole / one, 100 * Figure.power(given.decimals))
        // The greatest count that is not more than the percentage, and the next one.
        let below = given.units * base / digit
        let near = [below, below + 1].filter { $0 <= base }
        // Twice the distance from the percentage itself, in units of its last digit times the base.
        let isThere = near.contains { abs(2 * ($0 * digit - given.units * base)) <= base }
        guard !isThere, let low = near.first else { return nil }
        func percentage(_ count: Int) -> String {
            "\(count) is \(Figure((2 * count * digit + base) / (2 * base), decimals: given.decimals)) %"
        }
        let isClose = near.contains { abs($0 * digit - given.units * base) < base }
        return Mismatch(
            table, rule, row: row, column: column, given: given,
            "no count of \(base) gives that: \(([low] + near.dropFirst()).map(percentage).joined(separator: ", "))",
            isRounding: isClose)
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
