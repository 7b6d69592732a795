import Foundation
import Suppression
import TestSupport
import Testing

/// Attacks on published tables by readers who know all that is published, that a symbol never stands for 0 where zeros
/// are shown, and what the threshold is.
@Suite struct AttackTests {
    /// `SIGNPOST_ATTACKS=20000 swift test --filter AttackTests` for a long run.
    private static let tables = ProcessInfo.processInfo.environment["SIGNPOST_ATTACKS"].flatMap(Int.init) ?? 1200

    @Test(arguments: 0..<4)
    func `no hidden cell of a table with totals can be worked out`(part: Int) {
        for seed in stride(from: part, to: Self.tables, by: 4) {
            var random = Seeded(UInt64(seed))
            let isLarge = seed.isMultiple(of: 100)
            let table = Crosstab(
                upTo: isLarge ? 40 : 10, by: isLarge ? 8 : 5, grouped: seed.isMultiple(of: 3), using: &random)
            let rule = SuppressionRule(
                threshold: [1, 2, 3, 5, 7][seed % 5], hidesZeros: seed.isMultiple(of: 7))
            attack(table, rule, "table \(seed)")
        }
    }

    private func attack(_ table: Crosstab, _ rule: SuppressionRule, _ name: String) {
        let suppression = Suppression(of: table.system, under: rule)
        #expect(suppression.exposed.isEmpty)
        let attack = FlowAttack(table, suppression) { Reader(table.system, suppression, rule).floor(of: $0) }
        for (number, reason) in suppression.reasons.enumerated() {
            let count = table.system.cells[number].count
            guard let reason else {
                #expect(!rule.hides(count), "\(name) shows a small count")
                continue
            }
            // That a hidden 0 is one points at nobody.
            if count == 0, reason == .partOfSmall { continue }
            let (down, up) = attack.range(of: number, upTo: max(1, rule.threshold))
            #expect(down + up >= 1, "\(name): cell \(number) is \(count)\n\(table.text(suppression))")
            guard reason == .small, count > 0 else { continue }
            #expect(
                count - down <= 1 && (count + up >= rule.threshold),
                "\(name): cell \(number) is known to be from \(count - down) to \(count + up)\n\(table.text(suppression))"
            )
        }
    }
}

/// What a reader knows of a hidden cell before adding anything up.
struct Reader {
    let system: CellSystem
    let suppression: Suppression
    let rule: SuppressionRule

    init(_ system: CellSystem, _ suppression: Suppression, _ rule: SuppressionRule) {
        self.system = system
        self.suppression = suppression
        self.rule = rule
    }

    /// A zero is hidden only where zeros are, or where a total above it is small. Which totals those are is told to this
    /// reader, though others cannot see it.
    func floor(of cell: Int) -> Int {
        if rule.hidesZeros || system.cells[cell].role == .implied { return 0 }
        let mayBeZero = system.sums.contains { $0.parts.contains(cell) && suppression.reasons[$0.total] != nil }
        return mayBeZero ? 0 : 1
    }
}
