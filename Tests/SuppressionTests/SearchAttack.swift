@testable import Suppression

/// A reader who attacks any system of tables, by trying: is there another set of whole numbers that looks the same?
///
/// Bounds are narrowed sum by sum; where that leaves a choice, every number is tried. Exact, and slow where tables are
/// large; a search that takes too long counts as a find, so that nothing is taken for safe that was not shown to be. The
/// true numbers tell only what to try first.
struct SearchAttack {
    private let sums: [CellSystem.Sum]
    /// The sums in which each cell stands.
    private let places: [[Int]]
    private let truth: [Int]
    private let first: [ClosedRange<Int>]
    private static let most = 100_000
    private static let mostSteps = 2000

    /// - Parameter floor: What the reader knows each hidden cell to be at least.
    init(_ system: CellSystem, _ suppression: Suppression, floor: (Int) -> Int) {
        sums = system.sums
        truth = system.cells.map(\.count)
        var places: [[Int]] = system.cells.map { _ in [] }
        for (number, sum) in sums.enumerated() {
            for cell in [sum.total] + sum.parts { places[cell].append(number) }
        }
        self.places = places
        first = system.cells.indices.map { number in
            let cell = system.cells[number]
            let isHidden = suppression.reasons[number] != nil || cell.role == .implied
            return isHidden ? min(floor(number), cell.count)...Self.most : cell.count...cell.count
        }
    }

    /// Whether tables that look the same could hold a number in this range at this cell.
    func couldBe(_ cell: Int, _ range: ClosedRange<Int>) -> Bool {
        var bounds = first
        guard narrow(&bounds, sums.indices.map(\.self)), bounds[cell].overlaps(range) else { return false }
        bounds[cell] = bounds[cell].clamped(to: range)
        var steps = 0
        return narrow(&bounds, places[cell]) && search(bounds, &steps)
    }

    private func search(_ bounds: [ClosedRange<Int>], _ steps: inout Int) -> Bool {
        steps += 1
        guard steps < Self.mostSteps else { return false }
        let open = bounds.indices.filter { bounds[$0].count > 1 }
        guard let cell = open.min(by: { bounds[$0].count < bounds[$1].count }) else { return true }
        let guess = min(max(truth[cell], bounds[cell].lowerBound), bounds[cell].upperBound)
        let choices = [(guess, guess), (bounds[cell].lowerBound, guess - 1), (guess + 1, bounds[cell].upperBound)]
        for (low, high) in choices where low <= high {
            var next = bounds
            next[cell] = low...high
            if narrow(&next, places[cell]), search(next, &steps) { return true }
        }
        return false
    }

    /// Narrows the bounds to what the sums leave of them; false where they contradict each other.
    private func narrow(_ bounds: inout [ClosedRange<Int>], _ start: [Int]) -> Bool {
        var open = start
        while let number = open.popLast() {
            let sum = sums[number]
            let low = sum.parts.reduce(0) { $0 + bounds[$1].lowerBound }
            let high = sum.parts.reduce(0) { $0 + bounds[$1].upperBound }
            guard let total = bounds[sum.total].meet(low, high) else { return false }
            if total != bounds[sum.total] {
                bounds[sum.total] = total
                open += places[sum.total]
            }
            for part in sum.parts where bounds[part].count > 1 {
                let own = bounds[part]
                let left = own.meet(
                    total.lowerBound - (high - own.upperBound), total.upperBound - (low - own.lowerBound))
                guard let left else { return false }
                if left != own {
                    bounds[part] = left
                    open += places[part]
                }
            }
        }
        return true
    }
}

extension ClosedRange<Int> {
    fileprivate func meet(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
        let (lower, upper) = (Swift.max(lowerBound, low), Swift.min(upperBound, high))
        return lower <= upper ? lower...upper : nil
    }
}
