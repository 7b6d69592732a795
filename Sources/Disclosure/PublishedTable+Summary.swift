import Content
import Diagnostics
import JSONText
import Reconciliation
import Schemas
import YAMLData

// How a table of what was collected stands in a summary. Written and read stand side by side.
extension PublishedTable {
    var summaryJSON: JSONValue {
        .present([
            ("id", .string(id.text)), ("title", .string(title)), ("note", note.map(JSONValue.string)),
            ("columns", .array(columns.map { Self.json($0.id, $0.title, $0.word) })),
            (
                "rows",
                .array(
                    rows.map { row in
                        .object(
                            Self.members(row.id, row.title, row.word) + [
                                .init("values", .array(row.cells.map(\.shown.summaryJSON)))
                            ])
                    })
            ),
        ])
    }

    private static func members(_ id: String, _ title: String, _ word: CollectedWord?) -> [JSONValue.Member] {
        [
            .init("id", .string(id)), .init("title", title.isEmpty ? .null : .string(title)),
            .init("word", word.map { .string($0.rawValue) } ?? .null),
        ]
    }

    private static func json(_ id: String, _ title: String, _ word: CollectedWord?) -> JSONValue {
        .object(members(id, title, word))
    }

    /// A table that still has to be told what stands for a hidden count.
    static let summaryReader: Reader<@Sendable (_ symbol: String) -> PublishedTable> = .object(
        "collected table", "Figures from schools or businesses.",
        required("id", Reader.word, "Its name on pages."),
        required("title", .text, "Its title."),
        optional("note", .text, "What a reader should know."),
        required("columns", .nonEmptyList(of: column), "Its columns."),
        required("rows", .nonEmptyList(of: row), "Its rows."),
        as: { id, title, note, columns, rows in
            { symbol in
                PublishedTable(
                    id: ID(id), title: title, note: note, columns: columns, rows: rows.map { $0(symbol, columns.count) }
                )
            }
        })

    private static let column: Reader<Column> = .object(
        "column", "A column.", head, as: { Column(id: $0.id, title: $0.title, word: $0.word) })

    private static let row: Reader<@Sendable (_ symbol: String, _ columns: Int) -> Row> = .object(
        "row", "A row.", head, required("values", .nonEmptyList(of: cell), "One figure for each column."),
        as: { head, values in
            { symbol, columns in
                // A row that is too short has figures that are not known, not figures of its neighbours.
                let cells = (0..<columns).map { place in
                    Cell(shown: place < values.count ? values[place](symbol) : .unknown, footnote: nil)
                }
                return Row(id: head.id, title: head.title, word: head.word, cells: cells)
            }
        })

    private struct Head: Sendable {
        let id: String
        let title: String
        let word: CollectedWord?
    }

    private static let head: Fields<Head> = fields(
        required("id", Reader.word, "Its name on pages."),
        optional("title", .text, "Its title."),
        optional("word", .word("word"), "What it counts."),
        as: { Head(id: $0, title: $1 ?? "", word: $2) })

    /// A whole number; nothing where it is hidden; `x` where there is none.
    private static let cell = Reader<@Sendable (_ symbol: String) -> Shown>(Reader<String>.text.shape) {
        node, reading in
        if node.isNull { return { .hidden(symbol: $0) } }
        guard let text = Reader<String>.text.value(of: node, &reading) else { return nil }
        if text == unknownMark { return { _ in .unknown } }
        guard let figure = Figure(text) else {
            reading.report(.wrongType, "\"\(text)\" is not a figure", at: node.location)
            return nil
        }
        return { _ in .figure(figure) }
    }

    fileprivate static let unknownMark = "x"
}

extension PublishedTable.Shown {
    fileprivate var summaryJSON: JSONValue {
        switch self {
        case .figure(let figure) where figure.decimals == 0: .integer(figure.units)
        case .figure(let figure): .string(figure.description)
        case .hidden: .null
        case .unknown: .string(PublishedTable.unknownMark)
        }
    }
}
