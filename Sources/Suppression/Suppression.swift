/// Which cells of a system are hidden, and why.
public struct Suppression: Sendable {
    /// For each cell, `nil` where it is shown. Cells that readers know already, or that stand nowhere, have none.
    public let reasons: [SuppressionReason?]
    /// Cells that cannot be protected, because of what readers know already.
    public let exposed: [Int]

    init(reasons: [SuppressionReason?], exposed: [Int]) {
        self.reasons = reasons
        self.exposed = exposed
    }

    /// Chooses what to hide, so that no hidden cell can be worked out.
    public init(of system: CellSystem, under rule: SuppressionRule) {
        var suppressor = Suppressor(system, rule)
        suppressor.run()
        reasons = suppressor.reasons
        exposed = suppressor.exposed
    }
}

/// Hides small cells, and as little else as it can.
///
/// **What is promised.** Whatever readers add and subtract, a hidden cell could still be at least two different numbers,
/// and a small one any number from 1 to the threshold: everything published together tells no more of it than its
/// symbol. This holds for whole numbers, not only in linear programming: for each end of each range there is a set of
/// tables in whole numbers that would look the same (``Move``).
///
/// **How.** For each small cell and each direction, the cheapest change of the tables that moves it while all that is
/// shown stays the same is found by linear programming; the cells that have to move with it are hidden. Then each of them
/// is shown again if the small cells can do without. This is the method of Kelly, Golden and Assad ("Cell suppression:
/// disclosure protection for sensitive tabular data", *Networks* 22, 1992) and of the heuristic in Fischetti and Salazar
/// ("Solving the cell suppression problem on tabular data with linear constraints", *Management Science* 47, 2001),
/// after Cox ("Suppression methodology and statistical disclosure control", *JASA* 75, 1980). It works on equations, so
/// hierarchies and linked tables need nothing of their own. To choose the least is NP-hard; tests compare with the least
/// on tables small enough to try everything.
struct Suppressor {
    let system: CellSystem
    let rule: SuppressionRule
    var reasons: [SuppressionReason?]
    private(set) var exposed: [Int] = []
    /// The least that readers can take a cell for while it is hidden.
    private var floors: [Int]
    private var needs: [Need] = []

    /// One end of the range in which readers must be left.
    private struct Need {
        let cell: Int
        let direction: Int
        let amount: Int
        /// Tables that look the same and reach that end.
        var move: Move?
    }

    init(_ system: CellSystem, _ rule: SuppressionRule) {
        self.system = system
        self.rule = rule
        reasons = system.cells.map { cell in
            guard cell.role == .published else { return nil }
            return rule.hides(cell.count) ? .small : cell.margin == nil ? nil : .dominated
        }
        floors = system.cells.map { $0.role == .implied || rule.hidesZeros ? 0 : 1 }
    }

    mutating func run() {
        hidePartsOfSmallTotals()
        needs = system.cells.indices.flatMap(needs(of:)).sorted { ($1.amount, $0.cell) < ($0.amount, $1.cell) }
        guard !needs.isEmpty else { return }
        protectAll()
        if !exposed.isEmpty { hideEverything() }
        showWhatIsNotNeeded()
    }
}

extension Suppressor {
    /// Where a total is small, the zeros among its parts are hidden too, and readers cannot tell which parts are above 0.
    /// A zero whose other total is a shown 0 stays: hiding it would hide nothing.
    private mutating func hidePartsOfSmallTotals() {
        var open = system.sums.filter { isSmallTotal($0.total) }
        var done: Set<Int> = []
        while let sum = open.popLast() {
            guard done.insert(sum.total).inserted else { continue }
            for part in sum.parts where system.cells[part].role == .published && !isToldByZero(part) {
                floors[part] = 0
                if reasons[part] == nil { reasons[part] = .partOfSmall }
                open += system.sums.filter { $0.total == part }
            }
        }
    }

    private func isSmallTotal(_ cell: Int) -> Bool { reasons[cell] == .small && system.cells[cell].count > 0 }

    private func isToldByZero(_ cell: Int) -> Bool {
        system.cells[cell].count == 0
            && system.sums.contains {
                $0.parts.contains(cell) && system.cells[$0.total].count == 0 && reasons[$0.total] == nil
            }
    }

    /// The ends of the range that a cell has to keep: from 1 to the threshold, or as far as its margin goes.
    private func needs(of number: Int) -> [Need] {
        let cell = system.cells[number]
        let (down, up): (Int, Int)
        if let margin = cell.margin, cell.count > rule.threshold, cell.role == .published {
            (down, up) = (min(margin, cell.count - 1), max(1, margin))
        } else if let margin = cell.margin, cell.role == .implied, rule.hides(cell.count) {
            (down, up) = (0, margin)
        } else if rule.hides(cell.count), cell.role != .known, reasons[number] != nil || cell.role == .implied {
            let lowest = min(cell.count, rule.hidesZeros ? 0 : 1)
            (down, up) = (cell.count - lowest, max(rule.threshold - cell.count, rule.threshold == lowest ? 1 : 0))
        } else {
            return []
        }
        return [
            Need(cell: number, direction: -1, amount: down), Need(cell: number, direction: 1, amount: up),
        ].filter { $0.amount > 0 }
    }

    private mutating func protectAll() {
        exposed = []
        for index in needs.indices {
            let need = needs[index]
            let covering = needs.lazy.compactMap(\.move).first { $0.reaches(need.cell, need.direction * need.amount) }
            needs[index].move = covering ?? move(need)
            for change in needs[index].move?.changes ?? [] where reasons[change.cell] == nil {
                if system.cells[change.cell].role == .published { reasons[change.cell] = .secondary }
            }
        }
        let moved = Set(needs.lazy.filter { $0.move != nil }.map(\.cell))
        exposed = Set(needs.map(\.cell)).subtracting(moved).sorted()
    }

    /// The cheapest move to this end; where known cells do not let it, as near to it as half the way, and half again.
    private func move(_ need: Need) -> Move? {
        var amount = need.amount
        while amount > 0 {
            if let found = finder.move(need.cell, by: need.direction * amount, avoiding: nil) { return found }
            amount /= 2
        }
        return nil
    }

    private var finder: MoveFinder { MoveFinder(system: system, floors: floors, hidden: reasons.map { $0 != nil }) }

    /// What readers know already leaves too little room: nothing of these tables is shown, not even a 0.
    private mutating func hideEverything() {
        for (number, cell) in system.cells.enumerated() where cell.role == .published {
            floors[number] = 0
            if reasons[number] == nil { reasons[number] = .secondary }
        }
        protectAll()
    }

    /// Takes back what turned out not to be needed, the most valuable first.
    private mutating func showWhatIsNotNeeded() {
        guard exposed.isEmpty else { return }
        let extra = reasons.indices.filter { reasons[$0] == .secondary && floors[$0] > 0 }
            .sorted { (system.cells[$1].weight, $0) < (system.cells[$0].weight, $1) }
        for cell in extra {
            let affected = needs.indices.filter { needs[$0].move?.moves(cell) == true }
            var replaced = needs
            let canDoWithout = affected.allSatisfy { index in
                let need = needs[index]
                let reached = need.move?.change(of: need.cell) ?? 0
                let amount = need.direction > 0 ? min(need.amount, reached) : -min(need.amount, -reached)
                replaced[index].move = finder.move(need.cell, by: amount, avoiding: cell)
                return replaced[index].move != nil
            }
            guard canDoWithout else { continue }
            needs = replaced
            reasons[cell] = nil
        }
        showUnmoved()
    }

    /// A cell that no move needs any more protects nobody.
    private mutating func showUnmoved() {
        let moved = Set(needs.lazy.compactMap(\.move).flatMap { $0.changes.map(\.cell) })
        for cell in reasons.indices where reasons[cell] == .secondary && !moved.contains(cell) && floors[cell] > 0 {
            reasons[cell] = nil
        }
    }
}
