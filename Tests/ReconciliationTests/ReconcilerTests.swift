import TestSupport
import Testing

@testable import Reconciliation

struct ReconcilerTests {
    /// A table of rows such as `"all 3 4 ~"`.
    private func table(named id: String = "t", _ rows: [String], _ rules: [Rule] = []) -> FigureTable {
        let parsed = rows.map { row -> FigureTable.Row in
            let words = row.split(separator: " ").map(String.init)
            return FigureTable.Row(id: words[0], values: words.dropFirst().map { Figure($0) })
        }
        let columns = (0..<(parsed.first?.values.count ?? 0)).map { "c\($0)" }
        return FigureTable(id: id, columns: columns, rows: parsed, rules: rules)
    }

    private func found(_ tables: FigureTable...) -> [String] {
        Reconciler(tables).mismatches().map { "\($0.row) \($0.column): \($0.arithmetic)" }
    }

    @Test func `parts that do not make up their total are found, with the sum`() {
        let rule = Rule.total("all", parts: ["a", "b"], severalApply: false)
        #expect(found(table(["all 5 5 5", "a 2 3 1", "b 3 1 ~"], [rule])) == ["all c1: 3 + 1 = 4"])
    }

    @Test func `where several may apply, only a part above the total is found`() {
        let rule = Rule.total("all", parts: ["a", "b"], severalApply: true)
        #expect(found(table(["all 5 5", "a 5 6", "b 4 0"], [rule])) == ["a c1: 6 of 5 is more than all"])
    }

    @Test func `columns that do not make up their sum are found`() {
        let rule = Rule.sum("c2", parts: ["c0", "c1"])
        #expect(found(table(["a 1 2 3", "b 1 2 4", "d 1 ~ 9"], [rule])) == ["b c2: 1 + 2 = 3"])
    }

    @Test(arguments: [
        ("29 4 14", true), ("28 4 14", false), ("12 2 16", true), ("13 2 16", true), ("86.5 45 52", true),
        ("86.6 45 52", false), ("0 0 0", true), ("5 1 0", false), ("100 7 7", true),
    ])
    func `percentages are rounded as they are printed, and halves either way`(_ row: String, _ isRight: Bool) {
        let words = row.split(separator: " ")
        let sample = table(
            ["p \(words[0])", "n \(words[1])", "d \(words[2])"], [.percent("p", of: ["n"], base: ["d"])])
        #expect(Reconciler([sample]).mismatches().isEmpty == isRight)
    }

    @Test(arguments: [("59", true), ("60", true), ("61", false), ("58", false)])
    func `a percentage that another rounding explains says so`(_ given: String, _ isClose: Bool) {
        // 59.32 %
        let sample = table(["p \(given)", "n 35", "d 59"], [.percent("p", of: ["n"], base: ["d"])])
        #expect(Reconciler([sample]).mismatches().allSatisfy { $0.isRounding } == isClose)
    }

    @Test func `percentages may miss a hundred by half of a digit each`() {
        #expect(found(table(["a 33", "b 33", "c 33"], [.whole(["a", "b", "c"])])).isEmpty)
        #expect(found(table(["a 33", "b 33", "c 32"], [.whole(["a", "b", "c"])])).count == 1)
    }

    @Test func `cases flow from one period to the next`() {
        let rows = ["open 10 12 9", "new 3 5 2", "closed 1 3 4"]
        let atEnd = Rule.flow(stock: "open", incoming: "new", outgoing: "closed", counted: .end)
        #expect(found(table(rows, [atEnd])) == ["open c2: 12 + 2 − 4 = 10"])
        let during = Rule.flow(stock: "open", incoming: "new", outgoing: "closed", counted: .during)
        #expect(found(table(rows, [during])) == ["open c1: 10 + 5 − 1 = 14", "open c2: 12 + 2 − 3 = 11"])
    }

    @Test func `the same figure in two tables is compared, column by column and as a whole`() {
        let other = table(named: "other", ["x 1 3", "y 4 0"])
        #expect(found(table(["a 1 2"], [.same("a", as: "other.x")]), other) == ["a c1: other.x says 3"])
        #expect(
            found(table(["a 1 2"], [.sameOverall("a", over: [], as: "other.y", column: "c0")]), other)
                == ["a c1: 1 + 2 = 3, and other.y says 4"])
    }

    @Test func `some columns of a row, or one, are compared with a column of another name`() {
        let other = table(named: "other", ["x 5 3"])
        let half = Rule.sameOverall("a", over: ["c0", "c1"], as: "other.x", column: "c0")
        let last = Rule.sameOverall("a", over: ["c2"], as: "other.x", column: "c1")
        #expect(found(table(["a 2 3 3"], [half, last]), other).isEmpty)
        #expect(
            found(table(["a 2 4 7"], [half, last]), other) == [
                "a c1: 2 + 4 = 6, and other.x says 5", "a c2: other.x says 3",
            ])
        let nowhere = table(["a 1"], [.sameOverall("a", over: ["c9"], as: "other.x", column: "c0")])
        #expect(Reconciler([nowhere, other]).unknownNames().map(\.name) == ["c9"])
    }

    /// 11 of 37 are 29.7 %, 10 are 27.0 %; 2 of 16 are 12.5 %.
    @Test(arguments: [
        ("29 37", false), ("30 37", true), ("27 37", true), ("29 38", true), ("13 16", true), ("12 16", true),
        ("14 16", false), ("61.5 52", true), ("61.6 52", false), ("0 5", true), ("100 5", true), ("101 5", false),
        ("50 0", true), ("7 ~", true),
    ])
    func `a percentage without its count must be that of some whole number`(_ row: String, _ canBe: Bool) {
        let words = row.split(separator: " ")
        let sample = table(["p \(words[0])", "d \(words[1])"], [.percent("p", of: [], base: ["d"])])
        #expect(Reconciler([sample]).mismatches().isEmpty == canBe)
    }

    @Test func `of every whole number there is a percentage, and it is never reported`() {
        for base in 1...120 {
            for count in 0...base {
                let nearest = (2000 * count + base) / (2 * base)
                let sample = table(
                    ["p \(Figure(nearest, decimals: 1))", "d \(base)"], [.percent("p", of: [], base: ["d"])])
                #expect(Reconciler([sample]).mismatches().isEmpty, "\(count) of \(base)")
            }
        }
    }

    @Test func `percentages are not added up`() {
        let rules: [Rule] = [.percent("p", of: ["n"], base: ["d"]), .sum("c2", parts: ["c0", "c1"])]
        #expect(found(table(["n 1 2 3", "d 4 4 8", "p 25 50 38"], rules)).isEmpty)
    }

    @Test func `names that lead nowhere are reported with what there is`() {
        let rules: [Rule] = [.whole(["a", "b"]), .same("a", as: "none.x"), .sum("c9", parts: ["c0"])]
        #expect(Reconciler([table(["a 1"], rules)]).unknownNames().map(\.name) == ["b", "none.x", "c9"])
    }

    @Test func `a table that was made to agree agrees, and any one figure changed in it is found`() {
        var random = Seeded(11)
        for _ in 0..<200 {
            let parts = (0..<3).map { _ in (0..<4).map { _ in Int.random(in: 0...50, using: &random) } }
            var rows = parts.enumerated().map { "p\($0) " + $1.map(String.init).joined(separator: " ") }
            let totals = (0..<4).map { column in parts.reduce(0) { $0 + $1[column] } }
            rows.append("all " + totals.map(String.init).joined(separator: " "))
            let rule = Rule.total("all", parts: ["p0", "p1", "p2"], severalApply: false)
            #expect(found(table(rows, [rule])).isEmpty)
            let (row, column) = (Int.random(in: 0...3, using: &random), Int.random(in: 0...3, using: &random))
            var words = rows[row].split(separator: " ").map(String.init)
            words[column + 1] = String((Int(words[column + 1]) ?? 0) + 1)
            rows[row] = words.joined(separator: " ")
            #expect(found(table(rows, [rule])).count == 1)
        }
    }
}
