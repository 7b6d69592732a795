/// A figure that does not follow from the figures that it should follow from.
public struct Mismatch: Sendable, Hashable {
    public let table: String
    /// The index of the rule in its table.
    public let rule: Int
    public let row: String
    public let column: String
    /// The sum that was done, in words and figures: `3 + 2 + 3 = 8`.
    public let arithmetic: String
    public let given: Figure
    /// Whether rounding another way than to the nearest explains it.
    public let isRounding: Bool

    init(
        _ table: FigureTable, _ rule: Int, row: String, column: String, given: Figure, _ arithmetic: String,
        isRounding: Bool = false
    ) {
        self.table = table.id
        self.rule = rule
        self.row = row
        self.column = column
        self.given = given
        self.arithmetic = arithmetic
        self.isRounding = isRounding
    }
}

/// A rule that names a row, a column or a table that there is not.
public struct UnknownName: Sendable, Hashable {
    public let table: String
    public let rule: Int
    public let name: String
    /// What could have been meant.
    public let known: [String]
}
