/// The cheapest whole numbers that meet linear equations, each from 0 to a cap.
///
/// Linear programming first; where its answer has fractions, which tables with two sides never give, one number at a time
/// is bounded from either side (Land and Doig, *Econometrica* 28, 1960), for so many steps as is worth while.
struct WholeProgram {
    var rightSide: [Int]
    private var columns: [[(row: Int, factor: Int)]] = []
    private var costs: [Double] = []
    private var caps: [Int?] = []

    /// More steps than this are given up: a set of tables that needs them is hidden with more than is needed.
    private static let mostSteps = 64

    init(rows: Int) { rightSide = [Int](repeating: 0, count: rows) }

    mutating func add(_ column: [(row: Int, factor: Int)], cost: Double, cap: Int?) {
        columns.append(column)
        costs.append(cost)
        caps.append(cap)
    }

    /// `nil` where there is no such set of numbers, or none was found.
    func solution() -> [Int]? {
        var open = [Bounds(lower: [:], upper: [:])]
        var steps = 0
        while let bounds = open.popLast(), steps < Self.mostSteps {
            steps += 1
            guard let values = relaxed(bounds) else { continue }
            guard let column = values.indices.first(where: { abs(values[$0] - values[$0].rounded()) > 1e-6 }) else {
                return values.map { Int($0.rounded()) }
            }
            let below = Int(values[column].rounded(.down))
            open.append(bounds.raised(column, to: below + 1))
            open.append(bounds.lowered(column, to: below))
        }
        return nil
    }

    private struct Bounds {
        var lower: [Int: Int]
        var upper: [Int: Int]

        func raised(_ column: Int, to value: Int) -> Bounds {
            var copy = self
            copy.lower[column] = value
            return copy
        }

        func lowered(_ column: Int, to value: Int) -> Bounds {
            var copy = self
            copy.upper[column] = value
            return copy
        }
    }

    private func relaxed(_ bounds: Bounds) -> [Double]? {
        var simplex = DualSimplex(rightSide: rightSide.map(Double.init), columns: columns.count)
        for (number, column) in columns.enumerated() {
            let lower = bounds.lower[number] ?? 0
            let upper = bounds.upper[number] ?? caps[number]
            simplex.add(
                number, column, cost: costs[number], cap: upper.map { Double($0 - lower) } ?? .infinity,
                from: Double(lower))
        }
        guard let values = simplex.solve() else { return nil }
        return values.enumerated().map { $1 + Double(bounds.lower[$0] ?? 0) }
    }
}
