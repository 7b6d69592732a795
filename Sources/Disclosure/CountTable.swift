import Content

/// One-way tables of the same people, cut in different ways, with one total.
///
/// What can be learned from them is judged against a reader who knows all that is published, adds and subtracts, **and
/// knows this rule**. Every count that is hidden has at least two possible values for them (for a threshold of 2 or
/// more; with 1, a symbol can only stand for 1 where nothing else is hidden).
///
/// 1. If the total is small, nothing is shown, not even which cells are 0: the number of cells above 0 would bound it.
/// 2. In each table, cells from 1 to the threshold are hidden (primary suppression), and zeros with them where the board
///    hides zeros.
/// 3. The total is shown, so what a table hides has a known sum. That gives a cell away if it is the only one, or if all
///    are 1, or if all are the threshold; two 3s could still be 2 and 4. Then all cells of the next larger count are
///    hidden too (secondary suppression), every one of them, so that which are hidden depends on nothing but the
///    counts. Now two hidden cells could change places and the table would look the same.
/// 4. If there is no larger count to hide, nothing is shown at all, as in 1.
///
/// This is the special case of ``Suppression`` for which more can be promised: nothing follows even for a reader who knows
/// how the cells to hide are chosen.
///
/// The tables are judged one by one, because with a known total they say nothing of each other: any two lists of counts
/// with one sum are the margins of some crossing.
///
/// The terms are those of Hundepool et al., *Statistical Disclosure Control* (Wiley 2012), ch. 4; that a rule must hold
/// against those who know it, of Wong et al., "Minimality attack in privacy preserving data publishing" (VLDB 2007).
struct CountTable {
    let total: PublishableCount
    /// The cells of each table, in the order in which they were given.
    let cuts: [[PublishableCount]]

    /// - Parameter cuts: Tables whose cells add up to the same total.
    init(_ cuts: [[Int]], _ smallCounts: BoardSettings.SmallCounts) {
        let sum = cuts.first?.reduce(0, +) ?? 0
        precondition(cuts.allSatisfy { $0.reduce(0, +) == sum }, "tables of different people")
        let lowest = smallCounts.zeros == .hidden ? 0 : 1
        let limits = cuts.map { Self.largestHidden(in: $0, lowest...smallCounts.threshold) }
        if smallCounts.hides(sum) || limits.contains(nil) {
            total = smallCounts.hidden
            self.cuts = cuts.map { $0.map { _ in smallCounts.hidden } }
            return
        }
        total = smallCounts.shown(sum)
        self.cuts = zip(cuts, limits).map { cells, limit in
            cells.map { $0 >= lowest && $0 <= limit ?? -1 ? smallCounts.hidden : smallCounts.shown($0) }
        }
    }

    /// The count up to which cells are hidden, -1 to hide none; `nil` where hiding every cell is not enough.
    private static func largestHidden(in cells: [Int], _ smallest: ClosedRange<Int>) -> Int? {
        let small = cells.filter(smallest.contains)
        guard let first = small.first else { return -1 }
        let areEqual = small.allSatisfy { $0 == first }
        let givesAway = small.count == 1 || areEqual && (first == smallest.lowerBound || first == smallest.upperBound)
        return givesAway ? cells.filter { $0 > smallest.upperBound }.min() : smallest.upperBound
    }
}
