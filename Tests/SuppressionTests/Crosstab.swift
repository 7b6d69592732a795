import Suppression
import TestSupport

/// A table with two sides, row totals, column totals and a grand total; and, where its rows are in groups, sub-totals.
struct Crosstab {
    var system = CellSystem()
    /// Cell numbers: the last row and column hold the totals.
    let cells: [[Int]]
    /// The sub-totals of each group of rows, one for each column and the last for all.
    let groups: [[Int]]
    /// The group of each row.
    let groupOfRow: [Int]

    /// - Parameter groupSizes: How many rows each group has, or empty for no groups.
    init(_ counts: [[Int]], groupSizes: [Int] = []) {
        var system = CellSystem()
        let full = counts.map { $0 + [$0.reduce(0, +)] }
        let columns = full.first?.count ?? 1
        let rows = full.map { $0.map { system.add($0) } }
        func sum(_ numbers: [Int]) -> Int {
            let total = system.add(numbers.reduce(0) { $0 + system.cells[$1].count })
            system.addSum(total, of: numbers)
            return total
        }
        for row in rows { system.addSum(row[columns - 1], of: Array(row.dropLast())) }
        var groups: [[Int]] = []
        var groupOfRow: [Int] = []
        for (group, size) in groupSizes.enumerated() {
            let members = rows[groupOfRow.count..<groupOfRow.count + size]
            groupOfRow += [Int](repeating: group, count: size)
            let totals = (0..<columns).map { column in sum(members.map { $0[column] }) }
            system.addSum(totals[columns - 1], of: Array(totals.dropLast()))
            groups.append(totals)
        }
        let parts = groups.isEmpty ? rows : groups
        let totals = (0..<columns).map { column in sum(parts.map { $0[column] }) }
        system.addSum(totals[columns - 1], of: Array(totals.dropLast()))
        self.system = system
        self.groups = groups
        self.groupOfRow = groupOfRow
        cells = rows + [totals]
    }

    /// A random one, of the kind that boards have: mostly small counts, some zeros, few large ones.
    init(upTo rows: Int, by columns: Int, grouped: Bool = false, using random: inout Seeded) {
        let height = Int.random(in: 1...rows, using: &random)
        let width = Int.random(in: 1...columns, using: &random)
        let size = [4, 9, 30].randomElement(using: &random) ?? 9
        let counts = (0..<height).map { _ in
            (0..<width).map { _ in
                Int.random(in: 0..<5, using: &random) == 0 ? 0 : Int.random(in: 0...size, using: &random)
            }
        }
        var left = height
        var sizes: [Int] = []
        while grouped, left > 0 {
            sizes.append(Int.random(in: 1...min(left, 6), using: &random))
            left -= sizes.last ?? 0
        }
        self.init(counts, groupSizes: sizes)
    }

    /// Row by row, hidden cells as `c`: `c 12 | 15`.
    func text(_ suppression: Suppression) -> String {
        cells.map { row in
            let words = row.map { suppression.reasons[$0] == nil ? String(system.cells[$0].count) : "c" }
            return words.dropLast().joined(separator: " ") + " | " + (words.last ?? "")
        }.joined(separator: "\n")
    }
}
