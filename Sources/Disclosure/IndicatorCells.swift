import Content
import Reconciliation
import Schemas
import Suppression

/// The figures of all tables as the cells of one system, and which of them are hidden.
struct IndicatorCells {
    struct Place: Hashable {
        let table: String
        let row: String
        let column: String
    }

    private let tables: [IndicatorTable]
    private let smallCounts: BoardSettings.SmallCounts
    private let common: [ID<IndicatorTable>: Set<String>]
    private let values: [Place: Figure]
    private var system = CellSystem()
    private var cells: [Place: Int] = [:]
    private(set) var hidden: [Place: HiddenCount.Reason] = [:]

    /// - Parameters:
    ///   - shown: The tables that readers see; they might work out the figures of the others.
    ///   - common: Rows that readers could count elsewhere, by table: of two counts that would do, the other is hidden.
    init(
        _ tables: [IndicatorTable], _ shown: Set<ID<IndicatorTable>>, _ smallCounts: BoardSettings.SmallCounts,
        common: [ID<IndicatorTable>: Set<String>] = [:]
    ) {
        self.tables = tables
        self.common = common
        self.smallCounts = smallCounts
        values = Dictionary(tables.flatMap(Self.values), uniquingKeysWith: { first, _ in first })
        let percentages = Set(tables.flatMap { table in table.checks.flatMap { Self.percentages($0, table) } })
        for table in tables {
            for row in table.rows where !percentages.contains(.init(table: table.id.text, row: row.id.value)) {
                addCells(row, table, isShown: shown.contains(table.id))
            }
        }
        for table in tables {
            for check in table.checks { addSums(check.rule.value, table) }
        }
        let reasons = Suppression(of: system, under: smallCounts.rule).reasons
        hidden = cells.compactMapValues { reasons[$0].map(HiddenCount.Reason.init) }
        hidePercentages(percentages)
    }

    func shown(_ place: Place, _ figure: Figure?) -> PublishedTable.Shown {
        guard let figure else { return .unknown }
        if hidden[place] != nil { return .hidden(symbol: smallCounts.symbol) }
        guard let cell = cells[place], system.cells[cell].role == .published,
            let count = smallCounts.shown(figure.units).value
        else { return .figure(figure) }
        return .figure(Figure(count))
    }

    /// So many times its count is what it costs to hide a common figure.
    private static let commonWeight = 100

    private static func values(of table: IndicatorTable) -> [(Place, Figure)] {
        table.rows.flatMap { row in
            zip(table.columns, row.values).compactMap { column, value in
                value.value.map {
                    (Place(table: table.id.text, row: row.id.value, column: column.id.value), $0)
                }
            }
        }
    }

    /// Figures that are no whole numbers count nobody. What the board shows in any case is known to readers.
    private mutating func addCells(_ row: IndicatorTable.Row, _ table: IndicatorTable, isShown: Bool) {
        let mayHide = (row.smallCounts ?? table.smallCounts) == .hidden
        let isCommon = common[table.id]?.contains(row.id.value) ?? false
        for (column, value) in zip(table.columns, row.values) {
            guard let figure = value.value, figure.decimals == 0 else { continue }
            let place = Place(table: table.id.text, row: row.id.value, column: column.id.value)
            cells[place] = system.add(
                figure.units, isShown ? mayHide ? .published : .known : .implied,
                weight: isCommon ? Self.commonWeight * figure.units : nil)
        }
    }
}

// What ties the cells together.
extension IndicatorCells {
    /// A row of a table.
    private struct RowName: Hashable {
        let table: String
        let row: String

        init(table: String, row: String) { (self.table, self.row) = (table, row) }

        /// `row`, or `table.row` for a row of another table.
        init(_ name: String, in table: IndicatorTable) {
            if let dot = name.lastIndex(of: ".") {
                self.init(table: String(name[..<dot]), row: String(name[name.index(after: dot)...]))
            } else {
                self.init(table: table.id.text, row: name)
            }
        }

        func at(_ column: String) -> Place { Place(table: table, row: row, column: column) }
    }

    private mutating func addSums(_ rule: Rule, _ table: IndicatorTable) {
        let columns = table.columns.map(\.id.value)
        func place(_ row: String, _ column: String) -> Place { RowName(row, in: table).at(column) }
        switch rule {
        case .total(let total, let parts, severalApply: false):
            for column in columns { relate([place(total, column)], parts.map { place($0, column) }) }
        case .sum(let sum, let parts):
            for row in table.rows { relate([place(row.id.value, sum)], parts.map { place(row.id.value, $0) }) }
        case .flow(let stock, let incoming, let outgoing, let counted):
            for (before, now) in zip(columns, columns.dropFirst()) {
                let went = place(outgoing, counted == .end ? now : before)
                relate([place(stock, now), went], [place(stock, before), place(incoming, now)])
            }
        case .same(let row, let other): for column in columns { relate([place(other, column)], [place(row, column)]) }
        case .sameOverall(let row, let own, let other, let column):
            relate([place(other, column)], (own.isEmpty ? columns : own).map { place(row, $0) })
        case .total(_, _, severalApply: true), .percent, .whole: break
        }
    }

    /// Says that two lists of cells come to the same. Where they do not, the difference stands nowhere and readers could
    /// work it out: one child whose gender was not recorded is a small count too. A figure that nobody knows ties
    /// nothing together.
    private mutating func relate(_ left: [Place], _ right: [Place]) {
        let (first, second) = (left.compactMap { cells[$0] }, right.compactMap { cells[$0] })
        guard first.count == left.count, second.count == right.count else { return }
        let (a, b) = (count(first), count(second))
        if first.count == 1, a >= b {
            system.addSum(first[0], of: second + difference(a - b))
        } else {
            let whole = system.add(max(a, b), .implied)
            system.addSum(whole, of: first + difference(b - a))
            system.addSum(whole, of: second + difference(a - b))
        }
    }

    private func count(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + system.cells[$1].count } }

    private mutating func difference(_ count: Int) -> [Int] { count > 0 ? [system.add(count, .implied)] : [] }
}

// Percentages.
extension IndicatorCells {
    private static func percentages(_ check: IndicatorTable.Check, _ table: IndicatorTable) -> [RowName] {
        switch check.rule.value {
        case .percent(let row, _, _): [RowName(row, in: table)]
        case .whole(let rows): rows.map { RowName($0, in: table) }
        default: []
        }
    }

    /// A percentage is hidden unless all counts that it was made from are shown as they are. One whose counts nobody
    /// has named might tell a small count, so it is hidden where its row may hide anything.
    private mutating func hidePercentages(_ rows: Set<RowName>) {
        var safe: Set<Place> = []
        for table in tables {
            // One whose count nobody has told tells it, and so is never safe.
            for case .percent(let row, let parts, let base) in table.checks.map(\.rule.value) where !parts.isEmpty {
                for column in table.columns.map(\.id.value) {
                    let counts = (parts + base).map { RowName($0, in: table).at(column) }
                    if smallCounts.rounding == 1, counts.allSatisfy({ cells[$0] != nil && hidden[$0] == nil }) {
                        safe.insert(RowName(row, in: table).at(column))
                    }
                }
            }
        }
        for table in tables {
            for row in table.rows where (row.smallCounts ?? table.smallCounts) == .hidden {
                let name = RowName(table: table.id.text, row: row.id.value)
                guard rows.contains(name) else { continue }
                for place in table.columns.map({ name.at($0.id.value) }) where !safe.contains(place) {
                    hidden[place] = values[place].map { _ in .percentage }
                }
            }
        }
    }
}
