import TestSupport
import Testing

@testable import Content
@testable import Disclosure

@Suite struct CountTableTests {
    private let usual = BoardSettings.SmallCounts.usual

    @Test(arguments: [(0, "0"), (1, "c"), (5, "c"), (6, "6"), (72, "72")])
    func `counts from 1 to the threshold are hidden, and a true 0 is shown`(count: Int, text: String) {
        #expect(usual.publishable(count).text == text)
    }

    @Test(arguments: [
        ([0, 6, 20], [7, 19], "26: 0 6 20 | 7 19"),
        ([2, 4, 20], [6, 20], "26: c c 20 | 6 20"),
        ([3, 3, 20], [6, 20], "26: c c 20 | 6 20"),
        ([3, 9, 20], [12, 20], "32: c c 20 | 12 20"),
        ([3, 9, 9, 20], [21, 20], "41: c c c 20 | 21 20"),
        ([1, 1, 7, 20], [9, 20], "29: c c c 20 | 9 20"),
        ([5, 5, 7, 20], [17, 20], "37: c c c 20 | 17 20"),
        ([0, 5], [2, 3], "c: c c | c c"),
        ([1, 1, 1, 1, 1, 1], [6, 0], "c: c c c c c c | c c"),
        ([0, 0], [0], "0: 0 0 | 0"),
    ])
    func `what is hidden cannot be worked out from the total`(first: [Int], second: [Int], text: String) {
        #expect(CountTable([first, second], usual).text == text)
    }

    @Test(arguments: [(0, "0"), (6, "5"), (7, "5"), (8, "10"), (12, "10"), (13, "15"), (72, "70"), (73, "75")])
    func `counts are rounded where the board says so, and never to 0`(count: Int, text: String) {
        let rounded = BoardSettings.SmallCounts(threshold: 5, symbol: "c", rounding: 5)
        #expect(rounded.publishable(count).text == text)
    }

    @Test func `a zero is hidden where the board says so`() {
        let rule = BoardSettings.SmallCounts(threshold: 5, symbol: "c", zeros: .hidden)
        #expect(rule.publishable(0).text == "c" && rule.publishable(6).text == "6")
        #expect(CountTable([[0, 9, 20], [29]], rule).text == "29: c c 20 | 29")
    }

    @Test(arguments: [
        (percent: 10, sizes: [100, 5, 1], margin: 9), (percent: 10, sizes: [100, 60, 10], margin: nil),
        (percent: 10, sizes: [], margin: nil),
    ])
    func `a count is dominated if the second largest could work out the largest`(
        percent: Int, sizes: [Int], margin: Int?
    ) {
        let rule = BoardSettings.SmallCounts(
            threshold: 5, symbol: "c", dominance: .init(percent: percent, largest: 1, share: nil))
        #expect(rule.margin(of: sizes) == margin)
    }

    @Test func `a gap and a share are hidden with the count`() {
        let (hidden, shown) = (usual.publishable(3), usual.publishable(30))
        #expect(hidden.gap(to: 10).text == "c")
        #expect(shown.gap(to: 40).text == "10")
        #expect(shown.gap(to: 20).text == "0")
        #expect(hidden.percentage(of: shown) == nil && shown.percentage(of: hidden) == nil)
        #expect(shown.percentage(of: usual.publishable(40)) == 75)
        #expect(shown.percentage(of: usual.publishable(0)) == nil)
    }

    /// All pairs of tables up to a size, grouped by what is published of them. The attacker who knows the rule knows the
    /// group; a cell is safe if it differs within its group.
    @Test(
        arguments: [
            (threshold: 2, cells: [3, 2], upTo: 12), (threshold: 2, cells: [4, 1], upTo: 11),
            (threshold: 3, cells: [3, 3], upTo: 11), (threshold: 3, cells: [1, 1], upTo: 20),
            (threshold: 3, cells: [5, 2], upTo: 10), (threshold: 5, cells: [3, 2], upTo: 18),
            (threshold: 5, cells: [2, 2], upTo: 30),
        ], BoardSettings.Zeros.allCases)
    func `an attacker who knows the rule cannot pin down a hidden cell`(
        size: (threshold: Int, cells: [Int], upTo: Int), zeros: BoardSettings.Zeros
    ) {
        let (threshold, cells, upTo) = size
        let rule = BoardSettings.SmallCounts(threshold: threshold, symbol: "c", zeros: zeros)
        var groups: [String: Alternatives] = [:]
        for total in 0...upTo {
            let second = tables(of: cells[1], addingUpTo: total)
            for first in tables(of: cells[0], addingUpTo: total) {
                for other in second {
                    let published = CountTable([first, other], rule)
                    groups[published.text, default: Alternatives(published)].add([total] + first + other)
                }
            }
        }
        for (text, group) in groups {
            for (cell, isHidden) in group.hidden.enumerated() {
                let values = group.values[cell]
                #expect(isHidden ? values.count >= 2 : values.count == 1, "cell \(cell) of \(text) is in \(values)")
                #expect(isHidden || !rule.hides(values.first ?? 0), "\(text) shows a small count")
            }
        }
        #expect(groups.count > 10)
    }

    /// The same, where the sizes are ordinary and the attacker does not think of how the rule works: all they use is
    /// that a symbol is not 0 and that rows add up.
    @Test(arguments: 0..<200)
    func `in ordinary tables no hidden cell follows from the sums`(seed: UInt64) {
        var random = Seeded(seed)
        let first = (0..<Int.random(in: 2...12, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
        let table = CountTable([first, [first.reduce(0, +)]], .usual)
        guard let total = table.total.value else {
            #expect(!table.cuts.joined().contains { !$0.isHidden }, "nothing is shown without the total")
            return
        }
        let hidden = table.cuts[0].count(where: \.isHidden)
        let sum = total - table.cuts[0].compactMap(\.value).reduce(0, +)
        #expect(hidden == 0 ? sum == 0 : hidden >= 2 && sum > hidden, "\(first) is shown as \(table.text)")
    }

    private struct Alternatives {
        let hidden: [Bool]
        var values: [Set<Int>]

        init(_ table: CountTable) {
            hidden = ([table.total] + table.cuts.joined()).map(\.isHidden)
            values = hidden.map { _ in [] }
        }

        mutating func add(_ cells: [Int]) {
            for (cell, value) in cells.enumerated() { values[cell].insert(value) }
        }
    }

    private func tables(of cells: Int, addingUpTo total: Int) -> [[Int]] {
        guard cells > 1 else { return [[total]] }
        return (0...total).flatMap { first in
            tables(of: cells - 1, addingUpTo: total - first).map { [first] + $0 }
        }
    }
}

extension CountTable {
    /// `26: c c 20 | 6 20`
    var text: String {
        total.text + ": " + cuts.map { $0.map(\.text).joined(separator: " ") }.joined(separator: " | ")
    }
}
