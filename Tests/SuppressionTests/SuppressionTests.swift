import TestSupport
import Testing

@testable import Suppression

@Suite struct SuppressionTests {
    @Test(arguments: [
        ([[20, 30], [40, 50]], "20 30 | 50\n40 50 | 90\n60 80 | 140"),
        ([[3, 30], [40, 50]], "c c | 33\nc c | 90\n43 80 | 123"),
        ([[3, 30, 9], [40, 50, 60], [8, 70, 80]], "c 30 c | 42\n40 50 60 | 150\nc 70 c | 158\n51 150 149 | 350"),
        ([[0, 30], [40, 50]], "0 30 | 30\n40 50 | 90\n40 80 | 120"),
        ([[0, 2], [40, 50]], "c c | c\n40 c | c\n40 52 | 92"),
    ])
    func `small cells are hidden, and as few others as protect them`(counts: [[Int]], text: String) {
        let table = Crosstab(counts)
        let suppression = Suppression(of: table.system, under: SuppressionRule(threshold: 5))
        #expect(table.text(suppression) == text)
    }

    @Test func `a hidden zero is asked for`() {
        let table = Crosstab([[0, 30, 7], [40, 50, 60], [6, 80, 90]])
        let hidden = Suppression(of: table.system, under: SuppressionRule(threshold: 5, hidesZeros: true))
        #expect(hidden.reasons[table.cells[0][0]] == .small)
        #expect(hidden.reasons.count { $0 == .secondary } == 3)
    }

    @Test func `a cell that one contributor dominates is left in doubt by its margin`() {
        var system = CellSystem()
        let dominated = system.add(100, margin: 20)
        let parts = [dominated, system.add(15), system.add(30), system.add(400)]
        system.addSum(system.add(545), of: parts)
        let suppression = Suppression(of: system, under: SuppressionRule(threshold: 5))
        #expect(suppression.reasons == [.dominated, nil, .secondary, nil, nil], "15 could not move by 20")
    }

    @Test func `people of one period who are not in another are protected like a cell`() {
        var system = CellSystem()
        let quarter = system.add(30, weight: 1)
        let longer = system.add(33, weight: 2)
        system.addSum(longer, of: [quarter, system.add(3, .implied)])
        let suppression = Suppression(of: system, under: SuppressionRule(threshold: 5))
        #expect(suppression.reasons == [.secondary, nil, nil])
    }

    @Test func `the same tables give the same answer`() {
        var random = Seeded(7)
        let table = Crosstab(upTo: 12, by: 6, using: &random)
        let rule = SuppressionRule(threshold: 5)
        #expect(
            Suppression(of: table.system, under: rule).reasons == Suppression(of: table.system, under: rule).reasons)
    }

    /// Against the best of all choices of secondary cells, tried one by one on small tables.
    @Test func `what is hidden is near the least that could be`() {
        var (ours, least) = (0, 0)
        for seed in 0..<40 {
            var random = Seeded(UInt64(seed) &+ 5000)
            let counts = (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 1...20, using: &random) } }
            let table = Crosstab(counts)
            let rule = SuppressionRule(threshold: 3)
            let suppression = Suppression(of: table.system, under: rule)
            guard suppression.reasons.contains(.secondary), let best = smallest(table, suppression, rule) else {
                continue
            }
            least += best
            ours += weight(table, suppression)
        }
        #expect(least > 0 && ours >= least)
        #expect(Double(ours) <= Double(least) * 1.15, "hidden \(ours) where \(least) would do")
    }

    private func weight(_ table: Crosstab, _ suppression: Suppression) -> Int {
        suppression.reasons.indices.filter { suppression.reasons[$0] == .secondary }
            .reduce(0) { $0 + table.system.cells[$1].weight }
    }

    /// Inner cells only; enough for tables whose totals are large.
    private func smallest(_ table: Crosstab, _ suppression: Suppression, _ rule: SuppressionRule) -> Int? {
        let open = (0..<9).map { table.cells[$0 / 3][$0 % 3] }.filter { suppression.reasons[$0] != .small }
        var best: Int?
        for choice in 0..<(1 << open.count) {
            var reasons = suppression.reasons.map { $0 == .secondary ? nil : $0 }
            for (place, cell) in open.enumerated() where choice & (1 << place) != 0 { reasons[cell] = .secondary }
            let tried = Suppression(reasons: reasons, exposed: [])
            let cost = weight(table, tried)
            guard best.map({ cost < $0 }) ?? true else { continue }
            let attack = FlowAttack(table, tried) { _ in 1 }
            let isSafe = reasons.indices.filter { reasons[$0] == .small }.allSatisfy { cell in
                let (down, up) = attack.range(of: cell, upTo: rule.threshold)
                let count = table.system.cells[cell].count
                return count - down <= 1 && count + up >= rule.threshold
            }
            if isSafe { best = cost }
        }
        return best
    }
}
