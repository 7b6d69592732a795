import Site
import Templates

/// A model together with how the page that it stands on writes links and dates.
@dynamicMemberLookup
struct Placed<Model: Sendable>: Sendable {
    let model: Model
    let scene: InternalScene

    subscript<Part>(dynamicMember path: KeyPath<Model, Part>) -> Part { model[keyPath: path] }

    func placed<Part: Sendable>(_ part: Part) -> Placed<Part> { Placed<Part>(model: part, scene: scene) }

    func placed<Part: Sendable>(_ parts: [Part]) -> [Placed<Part>] { parts.map(placed) }
}

/// What the layouts of the desk see.
enum DeskViews {
    /// A cell under its column's heading.
    struct HeadedCell: Sendable {
        let cell: Cell
        let heading: String
    }

    private static let cellFields: [View<Placed<HeadedCell>>.Field] = [
        .text("label", "The heading of its column.") { $0.heading },
        .text("text", "What it says.") { $0.cell.shown },
        .optionalText("url", "The page that it leads to.") { it in
            it.cell.path.map { it.scene.url(ofPage: $0, fragment: it.cell.fragment) }
        },
        .optionalText("sort", "What it is sorted by, where that is not its text.") { $0.cell.sortKey },
        .flag("number", "Whether it is a number.") { $0.cell.isNumber },
        .flag("address", "Whether it is an e-mail address, which may be longer than its column.") { it in
            it.cell.shown.utf8.contains(UInt8(ascii: "@"))
        },
        .flag("good", "Whether it is as it should be.") { $0.cell.tone == .good },
        .flag("warn", "Whether somebody should look at it soon.") { $0.cell.tone == .warn },
        .flag("danger", "Whether somebody should look at it now.") { $0.cell.tone == .danger },
    ]

    static let cell = View<Placed<HeadedCell>>("cell", cellFields)

    struct Row: Sendable {
        let cells: [HeadedCell]
    }

    static let row = View<Placed<Row>>(
        "row",
        [
            .object("head", "Its first cell, which names it.", cell) { row in row.cells.first.map(row.placed) },
            .list("cells", "Its other cells.", cell) { row in row.placed(Array(row.cells.dropFirst())) },
        ])

    struct Column: Sendable {
        let title: String
        let isNumber: Bool
    }

    static let column = View<Column>(
        "column",
        [
            .text("title", "Its heading.") { $0.title },
            .flag("number", "Whether it holds numbers.") { $0.isNumber },
        ])

    struct TableOnPage: Sendable {
        let table: DeskPage.Table
        let id: String
        /// The file with the same table as CSV.
        let download: String?
    }

    static let table = View<Placed<TableOnPage>>(
        "table",
        [
            .list("columns", "Its columns.", column) { it in
                it.table.columns.enumerated().map { place, title in
                    Column(title: title, isNumber: it.table.rows.contains { $0[place].isNumber })
                }
            },
            .list("rows", "Its rows.", row) { it in
                it.table.rows.map { cells in
                    it.placed(Row(cells: zip(cells, it.table.columns).map { HeadedCell(cell: $0, heading: $1) }))
                }
            },
            .text("empty", "What to say where there are no rows.") { $0.table.empty },
            .optionalText("csv_url", "The same table as a CSV file.") { it in
                it.download.map(it.scene.url(ofFile:))
            },
        ])

    static let chartKey = View<BarChart.Key>(
        "key",
        [
            .text("title", "What the part of a bar means.") { $0.title },
            .text("kind", "The same, for styles.") { $0.kind },
        ]
    )

    struct BarPart: Sendable {
        let kind: String
        let start: String
        let length: String
    }

    static let barPart = View<BarPart>(
        "part of a bar",
        [
            .text("kind", "What it means, for styles.") { $0.kind },
            .text("start", "Where it starts, in per cent.") { $0.start },
            .text("length", "How long it is, in per cent.") { $0.length },
        ])

    struct BarOfChart: Sendable {
        let bar: BarChart.Bar
        let chart: BarChart
    }

    static let bar = View<BarOfChart>(
        "bar",
        [
            .text("label", "What it stands for.") { $0.bar.label },
            .list("parts", "Its parts that are not empty.", barPart) { it in
                it.chart.parts(of: it.bar).map { BarPart(kind: $0.key.kind, start: $0.start, length: $0.length) }
            },
        ])

    static let chart = View<BarChart>(
        "chart",
        [
            .list("keys", "What the parts of the bars mean.", chartKey) { $0.keys },
            .list("bars", "Its bars.", bar) { chart in chart.bars.map { BarOfChart(bar: $0, chart: chart) } },
        ])

    struct PartOfPage: Sendable {
        let part: DeskPage.Part
        let page: DeskPage
    }

    static let part = View<Placed<PartOfPage>>(
        "part",
        [
            .text("id", "For anchors.") { $0.part.id },
            .text("title", "Its heading.") { $0.part.title },
            .optionalText("text", "A sentence before the table.") { $0.part.text },
            .object("chart", "Bars of what the table says; the table has all numbers.", chart) { $0.part.chart },
            .object("table", "Its table.", table) { it in
                let isDownload = it.part.table.isDownload && !it.part.table.rows.isEmpty
                return it.placed(
                    TableOnPage(
                        table: it.part.table, id: it.part.id, download: isDownload ? it.page.download(of: it.part) : nil
                    ))
            },
        ])

    static let link = View<Placed<DeskPage.Link>>(
        "link",
        [
            .text("title", "The page's title.") { $0.title },
            .text("url", "Its address.") { $0.scene.url(ofPage: $0.path) },
        ])

    static let page = View<Placed<DeskPage>>(
        "desk page",
        [
            .list("facts", "What the page is about, in short.", cell) { it in
                it.facts.map { it.placed(HeadedCell(cell: $0.cell, heading: $0.label)) }
            },
            .list("links", "What belongs to it: registers, certificates, other lists.", link) { $0.placed($0.links) },
            .list("parts", "Its parts, in order.", part) { it in
                it.parts.map { it.placed(PartOfPage(part: $0, page: it.model)) }
            },
        ])
}
