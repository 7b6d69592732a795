public import Content
public import Reconciliation
public import Schemas
import Suppression

/// A board's tables of figures, as anybody may know them: small counts are hidden, and with them what would give them
/// away.
///
/// All tables that are shown anywhere are judged together by the rule that counts from records go through
/// (``Suppression``). What ties their figures together is what the tables' own checks say: totals, sums over columns, flows
/// between periods, the same figure in two tables. A percentage is hidden unless all the counts that it was made from
/// are shown.
public struct PublishedIndicators: Sendable {
    private let tables: [ID<IndicatorTable>: PublishedTable]

    public static let none = PublishedIndicators(tables: [:])

    private init(tables: [ID<IndicatorTable>: PublishedTable]) { self.tables = tables }

    /// - Parameter shown: The tables that pages show or quote, in this edition or another, now or later.
    public init(of board: Board, showing shown: Set<ID<IndicatorTable>>) {
        guard !shown.isEmpty else {
            self = .none
            return
        }
        let cells = IndicatorCells(board.indicators.items, shown, board.settings.disclosure.smallCounts)
        let published = board.indicators.items.filter { shown.contains($0.id) }.map { PublishedTable($0, cells) }
        tables = Dictionary(published.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `nil` for a table that no page shows.
    public subscript(id: ID<IndicatorTable>) -> PublishedTable? { tables[id] }
}

/// A table of figures after disclosure control.
public struct PublishedTable: Sendable {
    public let id: ID<IndicatorTable>
    public let title: String
    public let note: String?
    public let source: ID<Source>?
    public let columns: [Column]
    public let rows: [Row]
    /// What the board has explained, in the order in which cells refer to it.
    public let footnotes: [String]

    public struct Column: Sendable, Hashable {
        public let id: String
        public let title: String
    }

    public struct Row: Sendable {
        public let id: String
        public let title: String
        /// One for each column.
        public let cells: [Cell]
    }

    public struct Cell: Sendable, Hashable {
        public let shown: Shown
        /// The number of its footnote, from 1.
        public let footnote: Int?
    }

    public enum Shown: Sendable, Hashable {
        case figure(Figure)
        /// The symbol that stands in for the figure.
        case hidden(symbol: String)
        case unknown
    }

    /// A figure by the ids of its row and column.
    public subscript(row row: String, column column: String) -> Cell? {
        guard let column = columns.firstIndex(where: { $0.id == column }) else { return nil }
        return rows.first { $0.id == row }?.cells[column]
    }

    /// Only this module can make one.
    init(_ table: IndicatorTable, _ cells: IndicatorCells) {
        let explained = table.checks.flatMap { check in check.explained.map { (check.rule.value, $0) } }
        id = table.id
        title = table.title
        note = table.note
        source = table.source
        columns = table.columns.map { Column(id: $0.id.value, title: $0.title) }
        footnotes = explained.map(\.1.reason)
        rows = table.rows.map { row in
            let shown = zip(table.columns, row.values).map { column, value in
                let place = IndicatorCells.Place(table: table.id.text, row: row.id.value, column: column.id.value)
                let footnote = explained.firstIndex { rule, explanation in
                    explanation.column.value == column.id.value && explanation.row ?? rule.ownRow == row.id.value
                }
                return Cell(shown: cells.shown(place, value.value), footnote: footnote.map { $0 + 1 })
            }
            return Row(id: row.id.value, title: row.title, cells: shown)
        }
    }
}

extension Rule {
    /// The row at which a mismatch stands, where that is always the same.
    fileprivate var ownRow: String? {
        switch self {
        case .total(let row, _, _), .percent(let row, _, _), .same(let row, _), .sameOverall(let row, _, _, _): row
        case .flow(let stock, _, _, _): stock
        case .sum, .whole: nil
        }
    }
}
