/// Published figures: rows of measures, columns of periods or categories, and what must hold between them.
public struct FigureTable: Sendable {
    public let id: String
    public let columns: [String]
    public let rows: [Row]
    public let rules: [Rule]

    public struct Row: Sendable {
        public let id: String
        /// One for each column; `nil` where the figure is not known or not shown.
        public let values: [Figure?]

        public init(id: String, values: [Figure?]) {
            self.id = id
            self.values = values
        }
    }

    /// - Precondition: each row has a value for each column.
    public init(id: String, columns: [String], rows: [Row], rules: [Rule] = []) {
        precondition(rows.allSatisfy { $0.values.count == columns.count }, "a row out of line")
        self.id = id
        self.columns = columns
        self.rows = rows
        self.rules = rules
    }

    /// The rows that no rule of the table calls percentages: those of two columns add up to nothing.
    var countedRows: [Row] {
        let percentages = rules.reduce(into: Set<String>()) { names, rule in
            switch rule {
            case .percent(let row, _, _): names.insert(row)
            case .whole(let rows): names.formUnion(rows)
            default: break
            }
        }
        return rows.filter { !percentages.contains($0.id) }
    }
}

/// What must hold in a table. Rows are named by their id, those of another table as `table.row`.
public enum Rule: Sendable, Hashable {
    /// In each column, `parts` make up `total`. Where several may apply to one case, they may exceed it together, and
    /// none may exceed it alone.
    case total(String, parts: [String], severalApply: Bool)
    /// In each row, the columns `parts` make up the column `sum`.
    case sum(String, parts: [String])
    /// In each column, the row is so many per cent: the sum of `of` in the sum of `base`. Where `of` is empty, nobody has
    /// told the count, and there must be a whole number of which it is so many per cent.
    case percent(String, of: [String], base: [String])
    /// In each column, percentages that make up a whole.
    case whole([String])
    /// From one column to the next: what was there, and what came, less what went, is what is there.
    case flow(stock: String, incoming: String, outgoing: String, counted: Counted)
    /// The same figure in two tables, column by column.
    case same(String, as: String)
    /// The sum of a row over some of its columns, or over all where `over` is empty, in another table's column.
    case sameOverall(String, over: [String], as: String, column: String)

    /// Whom a stock counts.
    public enum Counted: String, Sendable, CaseIterable {
        /// Those who are there when the period ends.
        case end
        /// Everybody who was there at some time in the period, those who went among them.
        case during
    }
}
