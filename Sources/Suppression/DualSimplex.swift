/// A linear program: the cheapest numbers from 0 to their caps that meet equations, where nothing costs less than 0.
///
/// The dual simplex method with bounded variables on a full table (Lemke, *Naval Research Logistics Quarterly* 1, 1954;
/// Chvátal, *Linear Programming*, 1983, ch. 8 and 10). All costs are at least 0, so "nothing moves" is where it starts, and no
/// first phase is needed. Tables of boards have some hundred cells and a few dozen sums; a solver from elsewhere would bring
/// a licence that the tool could not be given away under, or a C++ library, for what is short here.
struct DualSimplex {
    private let rows: Int
    private let columns: Int
    /// Row by row; the last row holds what each column would still cost.
    private var table: [Double]
    /// The value of each row's own variable.
    private var values: [Double]
    /// The column whose variable stands in each row; `nil` for an equation that is not met yet.
    private var basis: [Int?]
    /// The variable that stands in each column; `nil` where none can any more.
    private var outside: [Int?]
    private var caps: [Double]
    private var isAtCap: [Bool]

    private static let tolerance = 1e-7

    init(rightSide: [Double], columns: Int) {
        rows = rightSide.count
        self.columns = columns
        table = [Double](repeating: 0, count: (rightSide.count + 1) * columns)
        values = rightSide
        basis = [Int?](repeating: nil, count: rightSide.count)
        outside = (0..<columns).map(\.self)
        caps = [Double](repeating: .infinity, count: columns)
        isAtCap = [Bool](repeating: false, count: columns)
    }

    /// Describes one number. It counts from `from` on.
    mutating func add(_ column: Int, _ factors: [(row: Int, factor: Int)], cost: Double, cap: Double, from: Double) {
        for (row, factor) in factors {
            table[row * columns + column] += Double(factor)
            values[row] -= Double(factor) * from
        }
        table[rows * columns + column] = cost
        caps[column] = cap
    }

    /// The numbers, or `nil` where none meet the equations.
    mutating func solve() -> [Double]? {
        guard !caps.contains(where: { $0 < 0 }) else { return nil }
        for _ in 0..<(50 * (rows + 1)) {
            guard let (row, bound) = furthestOutside() else { return solution() }
            guard let column = cheapestColumn(for: row, isBelow: values[row] < bound) else { return nil }
            pivot(row, column, leavingAt: bound)
        }
        return nil
    }

    private func solution() -> [Double] {
        var solution = [Double](repeating: 0, count: columns)
        for column in 0..<columns where isAtCap[column] {
            if let variable = outside[column] { solution[variable] = caps[variable] }
        }
        for (row, variable) in basis.enumerated() {
            if let variable { solution[variable] = values[row] }
        }
        return solution
    }
}

extension DualSimplex {
    private func cap(ofRow row: Int) -> Double { basis[row].map { caps[$0] } ?? 0 }

    /// The row whose variable is furthest outside of its bounds, and the bound it has to go back to.
    private func furthestOutside() -> (row: Int, bound: Double)? {
        var found: (row: Int, bound: Double)?
        var distance = Self.tolerance
        for row in 0..<rows {
            let cap = cap(ofRow: row)
            let bound = values[row] < 0 ? 0 : cap
            let away = values[row] < 0 ? -values[row] : values[row] - cap
            if away > distance { (found, distance) = ((row, bound), away) }
        }
        return found
    }

    /// The column that can bring the row back at the least cost; of equals the one with the largest factor.
    private func cheapestColumn(for row: Int, isBelow: Bool) -> Int? {
        var found: Int?
        var best = (ratio: Double.infinity, factor: 0.0)
        for column in 0..<columns {
            let factor = table[row * columns + column]
            guard abs(factor) > Self.tolerance, (factor < 0) == (isBelow != isAtCap[column]) else { continue }
            let ratio = abs(table[rows * columns + column] / factor)
            let isBetter = ratio < best.ratio - 1e-12 || (ratio <= best.ratio + 1e-12 && abs(factor) > best.factor)
            if isBetter { (found, best) = (column, (ratio, abs(factor))) }
        }
        return found
    }

    /// Lets the column's variable into the row, and the row's variable out at the bound.
    private mutating func pivot(_ row: Int, _ column: Int, leavingAt bound: Double) {
        let factor = table[row * columns + column]
        let change = (values[row] - bound) / factor
        let isBelow = values[row] < bound
        let start = isAtCap[column] ? outside[column].map { caps[$0] } ?? 0 : 0
        let leaving = basis[row]
        var others: [(column: Int, factor: Double)] = []
        for other in 0..<columns where other != column {
            let value = table[row * columns + other]
            guard value != 0 else { continue }
            others.append((other, value / factor))
            table[row * columns + other] = value / factor
        }
        table.withUnsafeMutableBufferPointer { table in
            for other in 0...rows where other != row {
                let share = table[other * columns + column]
                guard share != 0 else { continue }
                if other < rows { values[other] -= share * change }
                for (place, value) in others {
                    let left = table[other * columns + place] - share * value
                    table[other * columns + place] = abs(left) < 1e-12 ? 0 : left
                }
                table[other * columns + column] = leaving == nil ? 0 : -share / factor
            }
        }
        table[row * columns + column] = leaving == nil ? 0 : 1 / factor
        values[row] = start + change
        basis[row] = outside[column]
        outside[column] = leaving
        isAtCap[column] = leaving != nil && !isBelow
    }
}
