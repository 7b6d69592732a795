import Content
import Disclosure
import Reconciliation
import Schemas
import Templates
import Theming

extension Views {
    /// A table of figures as one block shows it.
    struct FigureTable: Sendable {
        let table: PublishedTable
        let columns: [Int]
        let rows: [PublishedTable.Row]
        /// Whether the last two columns are compared.
        let compares: Bool

        /// The largest figure that is shown: the longest bar.
        var largest: Double {
            rows.flatMap { row in columns.compactMap { row.cells[$0].shown.number } }.max() ?? 0
        }

        var hasHidden: Bool {
            rows.contains { row in columns.contains { row.cells[$0].shown.isHidden } }
        }
    }

    struct FigureRow: Sendable {
        let row: PublishedTable.Row
        let block: FigureTable
    }

    struct FigureCell: Sendable {
        let row: PublishedTable.Row
        let column: Int
        let block: FigureTable

        var cell: PublishedTable.Cell { row.cells[column] }
    }

    struct Footnote: Sendable {
        let number: Int
        let text: String
    }

    static let figureCell = View<Seen<FigureCell>>(
        "figure",
        [
            .text("id", "Its place, for links to it.") { it in
                "\(it.block.table.id).\(it.row.id).\(it.block.table.columns[it.column].id)"
            },
            .text("column", "The heading of its column.") { it in
                it.scene.words.title(of: it.block.table.columns[it.column])
            },
            .text("text", "The figure, or what stands in its place.") { it in it.scene.words.shown(it.cell.shown) },
            .optionalText("percent", "Its share of the largest figure, 0 to 100; none for what is not shown.") { it in
                it.cell.shown.number.map { number in
                    let largest = it.block.largest
                    return String(largest > 0 ? Int((number / largest * 100).rounded()) : 0)
                }
            },
            .optionalText("footnote", "The number of its footnote.") { it in it.cell.footnote.map(String.init) },
        ])

    static let figureRow = View<Seen<FigureRow>>(
        "row of figures",
        [
            .text("title", "What is counted.") { it in it.scene.words.title(of: it.row) },
            .list("cells", "Its figures.", figureCell) { it in
                it.scene.seen(it.block.columns.map { FigureCell(row: it.row, column: $0, block: it.block) })
            },
            .optionalText("change", "By how much the last figure differs from the one before it.") { it in it.change },
        ])

    static let footnote = View<Footnote>(
        "footnote",
        [
            .text("number", "Its number.") { String($0.number) },
            .text("text", "Its text.") { $0.text },
        ])

    static let figureTable = View<Seen<FigureTable>>(
        "table of figures",
        [
            .text("title", "Its title.") { it in it.table.title },
            .optionalText("note", "What a reader should know about it.") { it in it.table.note },
            .texts("columns", "The headings of its columns.") { it in
                it.columns.map { it.scene.words.title(of: it.table.columns[$0]) }
            },
            .flag("compares", "Whether the last two columns are compared.") { it in it.compares },
            .list("rows", "Its rows.", figureRow) { it in
                it.scene.seen(it.rows.map { FigureRow(row: $0, block: it.model) })
            },
            .list("footnotes", "What the board explains.", footnote) { it in it.footnotes },
            .optionalText("counts_note", "What the symbol in place of small counts means, where it stands.") { it in
                let rule = it.scene.plan.board.settings.disclosure.smallCounts
                return it.hasHidden
                    ? it.scene.words.sentence(
                        .countsNote, ["symbol": rule.symbol, "threshold": String(rule.threshold)]) : nil
            },
            .object("source", "Where the figures come from.", source) { it in
                it.table.source.map { it.scene.seen(it.scene.plan.board.sources[$0]) }
            },
            .text("csv_url", "The whole table as CSV.") { it in
                it.scene.links.url(toFile: FigureFiles.path(it.table.id, "csv"))
            },
            .text("json_url", "The whole table as JSON.") { it in
                it.scene.links.url(toFile: FigureFiles.path(it.table.id, "json"))
            },
        ])
}

extension Views.FigureTable {
    /// What a block shows of a table; names that there are not have been reported.
    init(_ table: PublishedTable, _ block: HostTypes.Block) {
        let ids = table.columns.map(\.id)
        self.table = table
        columns = block.names("columns").map { $0.compactMap(ids.firstIndex) } ?? Array(ids.indices)
        rows =
            block.names("rows").map { names in names.compactMap { name in table.rows.first { $0.id == name } } }
            ?? table.rows
        compares = if case .flag(let flag) = block["compare"] { flag && columns.count > 1 } else { false }
    }
}

extension Seen<Views.FigureTable> {
    /// Those of the figures that are shown, by their numbers in the whole table.
    fileprivate var footnotes: [Views.Footnote] {
        let used = Set(model.rows.flatMap { row in model.columns.compactMap { row.cells[$0].footnote } })
        return used.sorted().map { Views.Footnote(number: $0, text: model.table.footnotes[$0 - 1]) }
    }
}

extension Seen<Views.FigureRow> {
    /// With a sign; empty where one of the two is not shown.
    fileprivate var change: String? {
        let (row, columns) = (model.row, model.block.columns)
        guard model.block.compares, let last = columns.last, let before = columns.dropLast().last else { return nil }
        guard case .figure(let new) = row.cells[last].shown, case .figure(let old) = row.cells[before].shown,
            new.decimals == old.decimals
        else { return "–" }
        let change = Figure(abs(new.units - old.units), decimals: new.decimals)
        let text = scene.words.shown(.figure(change))
        return new.units == old.units ? text : (new.units > old.units ? "+" : "−") + text
    }
}

extension PublishedTable.Shown {
    var number: Double? {
        guard case .figure(let figure) = self else { return nil }
        return Double(figure.units) / (0..<figure.decimals).reduce(1.0) { power, _ in power * 10 }
    }

    var isHidden: Bool { if case .hidden = self { true } else { false } }
}
