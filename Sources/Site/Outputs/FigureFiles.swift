import Content
import Disclosure
import JSONText
import Reconciliation
import Reporting
import Schemas

/// The tables of figures that pages show, for spreadsheets and programs: what readers see and nothing else.
struct FigureFiles {
    let plans: Plans

    static func path(_ table: ID<IndicatorTable>, _ ending: String) -> String { "figures/\(table).\(ending)" }

    func files() -> [SiteFile] {
        let plan = plans.original
        guard !plan.indicators.tables.isEmpty else { return [] }
        let words = Wording(plan.strings)
        let shown = Set(plans.all.flatMap(\.pages).flatMap { $0.figureBlocks.compactMap(\.figureTable) })
        return plan.indicators.tables.filter { shown.contains($0.id) }.flatMap {
            [
                SiteFile(path: Self.path($0.id, "csv"), bytes: Array(CSVText.file($0.report(words)).utf8)),
                SiteFile(path: Self.path($0.id, "json"), bytes: $0.json(words).bytes(indented: true)),
            ]
        }
    }
}

extension PublishedTable {
    fileprivate func report(_ words: Wording) -> ReportTable {
        ReportTable(
            id.text, title: title,
            columns: [.init("row", title)] + columns.map { .init($0.id, words.title(of: $0)) },
            rows: rows.map { row in [.text(words.title(of: row))] + row.cells.map(\.shown.value) }, empty: "")
    }

    fileprivate func json(_ words: Wording) -> JSONValue {
        .present([
            ("id", .string(id.text)), ("title", .string(title)), ("note", note.map(JSONValue.string)),
            (
                "columns",
                .array(columns.map { ["id": .string($0.id), "title": .string(words.title(of: $0))] })
            ),
            (
                "rows",
                .array(
                    rows.map { row in
                        [
                            "id": .string(row.id), "title": .string(words.title(of: row)),
                            "values": .array(row.cells.map(\.shown.json)),
                            "footnotes": .array(row.cells.map { $0.footnote.map(JSONValue.integer) ?? .null }),
                        ]
                    })
            ),
            ("footnotes", .strings(footnotes)),
        ])
    }
}

extension PublishedTable.Shown {
    fileprivate var value: ReportTable.Value {
        switch self {
        case .figure(let figure) where figure.decimals == 0: .number(figure.units)
        case .figure(let figure): .text(figure.description)
        case .hidden(let symbol): .text(symbol)
        case .unknown: .notKnown
        }
    }

    /// What is not known is `null`; what is hidden is its symbol.
    fileprivate var json: JSONValue {
        switch self {
        case .figure(let figure) where figure.decimals == 0: .integer(figure.units)
        case .figure(let figure): .string(figure.description)
        case .hidden(let symbol): .string(symbol)
        case .unknown: .null
        }
    }
}
