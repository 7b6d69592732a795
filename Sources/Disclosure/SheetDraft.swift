import Content
import Diagnostics
import Reconciliation
import Schemas

/// A computed table while it is put together, row by row.
struct SheetDraft {
    private let columns: [(id: String, title: String)]
    private var rows: [IndicatorTable.Row] = []
    private var rules: [Rule] = []
    private var rowWords: [String: CollectedWord] = [:]
    var columnWords: [String: CollectedWord] = [:]

    init(_ columns: [(id: String, title: String)]) { self.columns = columns }

    /// - Parameter counts: One for each column; `nil` where there is no such count.
    mutating func add(_ id: String, _ title: String = "", _ word: CollectedWord? = nil, _ counts: [Int?]) {
        rows.append(
            IndicatorTable.Row(
                id: Self.located(id), title: title, smallCounts: nil,
                values: counts.map { Self.located($0.map { Figure($0) }) }))
        rowWords[id] = word
    }

    mutating func check(_ rule: Rule) { rules.append(rule) }

    func sheet(
        _ id: String, _ title: String, note: String?, _ smallCounts: IndicatorTable.SmallCounts
    ) -> CollectedTables.Sheet {
        CollectedTables.Sheet(
            table: IndicatorTable(
                id: ID(id), title: title, note: note, smallCounts: smallCounts,
                columns: columns.map { .init(id: Self.located($0.id), title: $0.title, from: nil, to: nil) },
                rows: rows,
                checks: rules.map { .init(rule: Self.located($0), explained: []) }),
            rowWords: rowWords, columnWords: columnWords)
    }

    /// A computed value stands in no file; nothing that is reported ever points at it.
    private static func located<Value>(_ value: Value) -> Located<Value> { Located(value, at: .wholeFile("")) }
}
