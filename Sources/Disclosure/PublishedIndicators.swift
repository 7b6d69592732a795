public import Content
public import Reconciliation
public import Schemas
import Suppression

/// A board's tables of figures, as anybody may know them: small counts are hidden, and with them what would give them
/// away. What was collected from schools and businesses is among them.
///
/// All tables that are shown anywhere are judged together by the rule that counts from records go through
/// (``Suppression``). What ties their figures together is what the tables' own checks say: totals, sums over columns, flows
/// between periods, the same figure in two tables. A percentage is hidden unless all the counts that it was made from
/// are shown.
public struct PublishedIndicators: Sendable {
    /// Those that pages show or quote: the board's own first, then what was collected.
    public let tables: [PublishedTable]
    /// What is hidden, and why: for the board, never for the public.
    public let hidden: [HiddenCount]
    private let places: [ID<IndicatorTable>: Int]

    public static let none = PublishedIndicators(tables: [], hidden: [])

    private init(tables: [PublishedTable], hidden: [HiddenCount]) {
        self.tables = tables
        self.hidden = hidden
        places = Dictionary(tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - collected: The tables that are computed from what was collected.
    ///   - shown: The tables that pages show or quote, in this edition or another, now or later.
    public init(of board: Board, with collected: CollectedTables = .none, showing shown: Set<ID<IndicatorTable>>) {
        guard !shown.isEmpty else {
            self = .none
            return
        }
        let sheets = board.indicators.items.map { CollectedTables.Sheet(table: $0) } + collected.counted
        // How many schools there are is no secret: where that is shown, who did not answer is hidden by what came.
        let common = collected.counted.map { sheet in
            (sheet.table.id, Set(sheet.rowWords.filter { $0.value == .required }.keys))
        }
        let cells = IndicatorCells(
            sheets.map(\.table), shown, board.settings.disclosure.smallCounts,
            common: Dictionary(common, uniquingKeysWith: { first, _ in first }))
        let judged = sheets.filter { shown.contains($0.table.id) }.map { PublishedTable($0, cells) }
        self.init(
            tables: judged + collected.published.filter { shown.contains($0.id) },
            hidden: judged.flatMap { $0.hidden(cells) })
    }

    /// `nil` for a table that no page shows.
    public subscript(id: ID<IndicatorTable>) -> PublishedTable? { places[id].map { tables[$0] } }
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
        /// What stands in place of a title, where the column is computed.
        public let word: CollectedWord?
    }

    public struct Row: Sendable {
        public let id: String
        /// Empty where the word says it all.
        public let title: String
        /// What the row counts of that, where it is computed.
        public let word: CollectedWord?
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
    init(_ sheet: CollectedTables.Sheet, _ cells: IndicatorCells) {
        let table = sheet.table
        let explained = table.checks.flatMap { check in check.explained.map { (check.rule.value, $0) } }
        id = table.id
        title = table.title
        note = table.note
        source = table.source
        columns = table.columns.map { column in
            Column(id: column.id.value, title: column.title, word: sheet.columnWords[column.id.value])
        }
        footnotes = explained.map(\.1.reason)
        rows = table.rows.map { row in
            let shown = zip(table.columns, row.values).map { column, value in
                let place = IndicatorCells.Place(table: table.id.text, row: row.id.value, column: column.id.value)
                let footnote = explained.firstIndex { rule, explanation in
                    explanation.column.value == column.id.value && explanation.row ?? rule.ownRow == row.id.value
                }
                return Cell(shown: cells.shown(place, value.value), footnote: footnote.map { $0 + 1 })
            }
            return Row(id: row.id.value, title: row.title, word: sheet.rowWords[row.id.value], cells: shown)
        }
    }

    /// A table that went through disclosure control where the records are.
    init(id: ID<IndicatorTable>, title: String, note: String?, columns: [Column], rows: [Row]) {
        self.id = id
        self.title = title
        self.note = note
        self.columns = columns
        self.rows = rows
        source = nil
        footnotes = []
    }

    fileprivate func hidden(_ cells: IndicatorCells) -> [HiddenCount] {
        rows.flatMap { row in
            columns.compactMap { column in
                cells.hidden[.init(table: id.text, row: row.id, column: column.id)].map { reason in
                    HiddenCount(
                        what: .figure(
                            table: title, row: CollectedWord.plain(row.title, row.word),
                            column: CollectedWord.plain(column.title, column.word)), why: reason)
                }
            }
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
