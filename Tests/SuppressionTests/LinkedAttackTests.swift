import TestSupport
import Testing

@testable import Suppression

/// Attacks on sets of tables that hang together, by a reader who tries every set of whole numbers.
@Suite struct LinkedAttackTests {
    @Test(arguments: 0..<60)
    func `the same cases cut two ways do not give each other away`(seed: UInt64) {
        var random = Seeded(seed)
        var system = CellSystem()
        let columns = Int.random(in: 1...3, using: &random)
        let first = (0..<Int.random(in: 1...3, using: &random)).map { _ in random.row(columns) }
        let totals = (0..<columns).map { column in first.reduce(0) { $0 + $1[column] } }
        let second = random.split(totals, into: Int.random(in: 2...3, using: &random))
        let sums = totals.map { system.add($0) }
        for table in [first, second] {
            let cells = table.map { $0.map { system.add($0) } }
            for column in 0..<columns { system.addSum(sums[column], of: cells.map { $0[column] }) }
            for row in cells where columns > 1 {
                system.addSum(system.add(row.reduce(0) { $0 + system.cells[$1].count }), of: row)
            }
        }
        attack(system, SuppressionRule(threshold: [2, 3, 5][Int(seed % 3)]))
    }

    @Test(arguments: 0..<60)
    func `a table that readers have from last quarter gives nothing away`(seed: UInt64) {
        var random = Seeded(seed)
        var system = CellSystem()
        let before = random.row(Int.random(in: 1...4, using: &random)).map { $0 + 6 }
        let joined = before.map { _ in Int.random(in: 0...7, using: &random) }
        var now: [Int] = []
        for (count, change) in zip(before, joined) {
            let cell = system.add(count + change)
            system.addSum(cell, of: [system.add(count, .known), system.add(change, .implied)])
            now.append(cell)
        }
        system.addSum(system.add(now.reduce(0) { $0 + system.cells[$1].count }), of: now)
        attack(system, SuppressionRule(threshold: 3))
    }

    /// The quarterly tables of a real annual report (Derby 2015–16): requests by gender, by ethnic group with two
    /// sub-totals of which one stands inside the other, and by source; cases by level of risk and by key worker. Its shape
    /// and its many zeros; the numbers are made up.
    @Test(arguments: 0..<2)
    func `quarterly tables as boards publish them give nothing away`(seed: UInt64) {
        var random = Seeded(seed)
        var system = CellSystem()
        let requests = (0..<4).map { _ in Int.random(in: 5...14, using: &random) }
        let totals = system.year(requests)
        func cut(_ rows: Int) -> [[Int]] { random.split(requests, into: rows).map { system.year($0) } }
        system.link(totals, cut(2))
        let ethnic = cut(20)
        let notBritish = system.subtotal(Array(ethnic[15..<20]))
        let minority = system.subtotal(Array(ethnic[1..<15]) + [notBritish])
        system.link(totals, [ethnic[0], minority])
        system.link(totals, cut(21))
        attack(system, SuppressionRule(threshold: 5))
    }

    @Test func `the attacker finds what is only half protected`() {
        var system = CellSystem()
        let parts = [3, 12, 20].map { system.add($0) }
        system.addSum(system.add(35), of: parts)
        let onlySmall = Suppression(reasons: [.small, nil, nil, nil], exposed: [])
        let attack = SearchAttack(system, onlySmall) { _ in 1 }
        #expect(!attack.couldBe(parts[0], 4...100) && !attack.couldBe(parts[0], 0...2))
        let table = Crosstab([[3, 12], [20, 9]])
        let alone = Suppression(
            reasons: table.system.cells.indices.map { $0 == table.cells[0][0] ? .small : nil }, exposed: [])
        #expect(FlowAttack(table, alone) { _ in 1 }.range(of: table.cells[0][0], upTo: 9) == (0, 0))
    }

    /// What known counts give away already cannot be taken back, and is said.
    @Test func `what earlier tables give away is reported`() {
        var system = CellSystem()
        let (before, after, change) = (system.add(12, .known), system.add(14, .known), system.add(2, .implied))
        system.addSum(after, of: [before, change])
        #expect(Suppression(of: system, under: SuppressionRule(threshold: 5)).exposed == [change])
    }

    private func attack(_ system: CellSystem, _ rule: SuppressionRule) {
        let suppression = Suppression(of: system, under: rule)
        #expect(suppression.exposed.isEmpty)
        let reader = Reader(system, suppression, rule)
        let attack = SearchAttack(system, suppression) { reader.floor(of: $0) }
        for (number, cell) in system.cells.enumerated() {
            let isSmall = rule.hides(cell.count) && cell.role == .implied
            guard suppression.reasons[number] != nil || isSmall, cell.count > 0 else {
                #expect(cell.role != .published || cell.count == 0 || !rule.hides(cell.count))
                continue
            }
            let others = [0...cell.count - 1, cell.count + 1...1000]
            #expect(others.contains { attack.couldBe(number, $0) }, "cell \(number) must be \(cell.count)")
        }
    }
}

extension CellSystem {
    /// The four quarters of a row, and its year.
    fileprivate mutating func year(_ quarters: [Int]) -> [Int] {
        let cells = quarters.map { add($0) }
        let year = add(quarters.reduce(0, +))
        addSum(year, of: cells)
        return cells + [year]
    }

    fileprivate mutating func subtotal(_ rows: [[Int]]) -> [Int] {
        let quarters = (0..<4).map { column in rows.reduce(0) { $0 + cells[$1[column]].count } }
        let total = year(quarters)
        link(total, rows)
        return total
    }

    /// Each column of the rows adds up to the total's.
    fileprivate mutating func link(_ total: [Int], _ rows: [[Int]]) {
        for (column, cell) in total.enumerated() { addSum(cell, of: rows.map { $0[column] }) }
    }
}

extension Seeded {
    fileprivate mutating func row(_ columns: Int) -> [Int] {
        (0..<columns).map { _ in Int.random(in: 0..<4, using: &self) == 0 ? 0 : Int.random(in: 0...12, using: &self) }
    }

    /// Column by column, so many people at random over so many rows.
    fileprivate mutating func split(_ totals: [Int], into rows: Int) -> [[Int]] {
        var table = [[Int]](repeating: [Int](repeating: 0, count: totals.count), count: rows)
        for (column, total) in totals.enumerated() {
            // Few rows take most, as in life.
            for _ in 0..<total {
                let row = min(Int.random(in: 0..<rows, using: &self), Int.random(in: 0..<rows, using: &self))
                table[row][column] += 1
            }
        }
        return table
    }
}
