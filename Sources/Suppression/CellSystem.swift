/// Tables of people as what a reader sees in them: cells, and the sums that tie them together.
///
/// A row total, a column total, a sub-total, the same people cut in a second way, last quarter's table and a period inside
/// another are all the same thing here: one cell that is the sum of others. That is why one method protects them all
/// (Willenborg and de Waal, *Elements of Statistical Disclosure Control*, Springer 2001, ch. 4 and 5).
public struct CellSystem: Sendable {
    public private(set) var cells: [Cell] = []
    public private(set) var sums: [Sum] = []

    public init() {}

    /// One count.
    public struct Cell: Sendable, Hashable {
        public let count: Int
        public let role: Role
        /// What it costs readers when this cell is hidden to protect another; never less than 1.
        public let weight: Int
        /// For a published cell that must be hidden though it is not small: by how much readers have to be left in doubt,
        /// both ways. A cell that one contributor dominates is such a one. For an implied one: by how much more than it is
        /// they must take it for possible; without a margin, any number up to the threshold.
        public let margin: Int?
    }

    /// Who sees a cell.
    public enum Role: Sendable, Hashable {
        /// It stands in a table, or its symbol does.
        case published
        /// It stands in a table that readers have already, and cannot be taken back.
        case known
        /// It stands nowhere, but readers might work it out: the people of one period who are not in another.
        case implied
    }

    /// A cell that is the sum of others.
    public struct Sum: Sendable, Hashable {
        public let total: Int
        public let parts: [Int]
    }

    /// Adds a cell.
    ///
    /// - Parameter weight: `nil` to weigh it by its count, so that of two cells the smaller is hidden.
    /// - Returns: its number.
    public mutating func add(
        _ count: Int, _ role: Role = .published, weight: Int? = nil, margin: Int? = nil
    ) -> Int {
        precondition(count >= 0, "a count below 0")
        cells.append(Cell(count: count, role: role, weight: max(1, weight ?? count), margin: margin))
        return cells.count - 1
    }

    /// Says that a cell is the sum of others, as any reader can see from the tables.
    public mutating func addSum(_ total: Int, of parts: [Int]) {
        precondition(
            parts.reduce(0) { $0 + cells[$1].count } == cells[total].count, "parts that do not add up to their total")
        sums.append(Sum(total: total, parts: parts))
    }
}
