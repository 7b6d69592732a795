public import CivilTime
import Diagnostics
public import Reconciliation
public import Schemas
import YAMLData

/// A table of published figures: measures by periods or categories, and what must hold between them.
public struct IndicatorTable: Entity {
    public static let entity = EntityKind(noun: "table of figures", home: "data/indicators/*.yaml")

    public let id: ID<IndicatorTable>
    public let title: String
    public let source: ID<Source>?
    public let note: String?
    public let smallCounts: SmallCounts
    public let columns: [Column]
    public let rows: [Row]
    public let checks: [Check]

    /// A table that no file holds, because it is computed.
    public init(
        id: ID<IndicatorTable>, title: String, source: ID<Source>? = nil, note: String?, smallCounts: SmallCounts,
        columns: [Column], rows: [Row], checks: [Check]
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.note = note
        self.smallCounts = smallCounts
        self.columns = columns
        self.rows = rows
        self.checks = checks
    }

    public struct Column: Sendable {
        public let id: Located<String>
        public let title: String
        /// The days that it covers, where it is a period.
        public let from: CivilDate?
        public let to: CivilDate?

        public init(id: Located<String>, title: String, from: CivilDate?, to: CivilDate?) {
            self.id = id
            self.title = title
            self.from = from
            self.to = to
        }
    }

    public struct Row: Sendable {
        public let id: Located<String>
        public let title: String
        /// `nil` where the table decides.
        public let smallCounts: SmallCounts?
        /// One for each column; the figure is `nil` where it is not known.
        public let values: [Located<Figure?>]

        public init(id: Located<String>, title: String, smallCounts: SmallCounts?, values: [Located<Figure?>]) {
            self.id = id
            self.title = title
            self.smallCounts = smallCounts
            self.values = values
        }
    }

    /// What becomes of small counts on a page.
    public enum SmallCounts: String, Sendable, CaseIterable {
        /// They are hidden, and with them what would give them away.
        case hidden
        /// They stand there: nothing is counted that could be a person.
        case shown
    }

    /// Something that must hold, and why it does not where that is known.
    public struct Check: Sendable {
        public let rule: Located<Rule>
        public let explained: [Explanation]

        public init(rule: Located<Rule>, explained: [Explanation]) {
            self.rule = rule
            self.explained = explained
        }
    }

    /// Why a figure does not follow.
    public struct Explanation: Sendable {
        public let column: Located<String>
        public let row: String?
        public let reason: String
    }

    public static let reader: Reader<IndicatorTable> = .object(
        "table of figures", "Measures by periods or categories, and what must hold between them.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title, with the period."),
        optional("source", .reference(), "Where the figures come from."),
        optional("note", .text, "What a reader should know about them."),
        optional(
            "small_counts", .word("treatment of small counts"),
            "`shown` where nothing is counted that could be a person, such as meetings.", otherwise: .hidden,
            spelled: "hidden"),
        body,
        as: {
            IndicatorTable(
                id: $0, title: $1, source: $2, note: $3, smallCounts: $4, columns: $5.0, rows: $5.1, checks: $5.2)
        })

    private static let body: Fields<([Column], [Row], [Check])> = fields(
        required("columns", .nonEmptyList(of: column), "The periods or categories, in order."),
        required("rows", .nonEmptyList(of: row), "The measures."),
        list("checks", IndicatorTable.check, "What must hold between the figures."),
        as: { ($0, $1, $2) }
    ).checked { body, _, reading in
        for row in body.1 where row.values.count != body.0.count {
            reading.report(
                .figureRule,
                "the row \"\(row.id.value)\" has \(row.values.count) values, and there are \(body.0.count) columns",
                at: row.id.location, help: "write `~` for a figure that is not known")
        }
    }

    private static let column: Reader<Column> = .object(
        "column", "A period or a category.",
        required("id", Reader.word.located, "A short name."),
        required("title", .text, "Its heading."),
        optional("from", .date, "Its first day."),
        optional("to", .date, "Its last day."),
        as: Column.init)

    private static let row: Reader<Row> = .object(
        "row", "A measure.",
        required("id", Reader.word.located, "A short name."),
        required("title", .text, "What is counted."),
        optional("small_counts", .word("treatment of small counts"), "The same for this row alone."),
        required(
            "values", .nonEmptyList(of: figure), "One figure for each column; `~` for one that is not known."),
        as: Row.init)

    private static let figure = Reader<Located<Figure?>>(Reader<Double>.number.shape) { node, reading in
        if node.isNull { return Located(nil, at: node.location) }
        guard let text = Reader<String>.text.value(of: node, &reading) else { return nil }
        if let figure = Figure(text) { return Located(figure, at: node.location) }
        reading.report(
            .wrongType, "\"\(text)\" is not a figure", at: node.location,
            help: "write digits, with a point before decimals, or `~` for a figure that is not known")
        return nil
    }
}
