import Reporting
import Site

/// A page of figures and lists, before anybody has decided how it looks: facts, links, and parts with a chart and a
/// table each.
struct DeskPage: Sendable {
    let path: String
    let title: String
    let summary: String
    var above: [InternalPage.Crumb] = []
    var facts: [Fact] = []
    var links: [Link] = []
    var parts: [Part] = []

    struct Fact: Sendable {
        let label: String
        let cell: Cell

        init(_ label: String, _ cell: Cell) {
            self.label = label
            self.cell = cell
        }
    }

    struct Link: Sendable {
        let title: String
        let path: String
    }

    struct Part: Sendable {
        /// For anchors and file names: `runs`.
        let id: String
        let title: String
        var text: String? = nil
        var chart: BarChart? = nil
        let table: Table
    }

    struct Table: Sendable {
        let columns: [String]
        let rows: [[Cell]]
        /// What is said where there are no rows, and what to do about it.
        let empty: String
        /// Whether it can be had as CSV.
        var isDownload = true
    }
}

/// What one place of a table says.
struct Cell: Sendable {
    let value: ReportTable.Value
    /// The internal page that it leads to.
    var path: String? = nil
    var fragment: String? = nil
    var tone = Tone.plain
    /// What it is sorted by, where that is not what is shown: a day as 2026-11-21.
    var sortKey: String? = nil

    /// How much it wants to be looked at. A word says the same; colour is never alone.
    enum Tone: Sendable {
        case plain, good, warn, danger
    }

    static func text(_ text: String, to path: String? = nil, tone: Tone = .plain) -> Cell {
        Cell(value: text.isEmpty ? .none : .text(text), path: path, tone: tone)
    }

    static func number(_ number: Int) -> Cell { Cell(value: .number(number)) }

    static let nothing = Cell(value: .none)

    var shown: String { value.shown }
    var isNumber: Bool { value.isNumber }
}

/// Stacked bars of one length each, or as long as what they count. The table below has every number.
struct BarChart: Sendable {
    /// What the parts of each bar mean, in their order.
    let keys: [Key]
    let bars: [Bar]

    struct Key: Sendable {
        let title: String
        /// For styles.
        let kind: String
    }

    struct Bar: Sendable {
        let label: String
        /// How much of each key there is.
        let values: [Int]
    }

    /// The parts of a bar that are not empty: where each starts and how long it is, in per cent of the widest bar.
    func parts(of bar: Bar) -> [(key: Key, start: String, length: String)] {
        let widest = bars.map { $0.values.reduce(0, +) }.max() ?? 0
        guard widest > 0 else { return [] }
        var start = 0
        var parts: [(Key, String, String)] = []
        for (key, value) in zip(keys, bar.values) {
            if value > 0 { parts.append((key, Self.percent(start, of: widest), Self.percent(value, of: widest))) }
            start += value
        }
        return parts
    }

    /// `33.33`
    private static func percent(_ part: Int, of whole: Int) -> String {
        let hundredths = (part * 20_000 + whole) / (2 * whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension DeskPage {
    /// The page as a crumb of the pages below it.
    var crumb: InternalPage.Crumb { InternalPage.Crumb(title: title, path: path) }

    /// The file of a part's table.
    func download(of part: Part) -> String { "\(path)\(part.id).csv" }

    /// The tables as CSV, each safe to open in a spreadsheet.
    var files: [SiteFile] {
        parts.filter { $0.table.isDownload && !$0.table.rows.isEmpty }.map { part in
            let table = ReportTable(
                part.id, title: part.title, columns: part.table.columns.map { .init($0, $0) },
                rows: part.table.rows.map { $0.map { $0.sortKey.map { .text($0) } ?? $0.value } },
                empty: part.table.empty)
            return SiteFile(path: download(of: part), bytes: Array(CSVText.file(table).utf8))
        }
    }
}
