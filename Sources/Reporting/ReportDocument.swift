public import JSONText

/// A report: a heading, a few sentences, some facts, and tables.
public struct ReportDocument: Sendable, Hashable {
    public let title: String
    /// What the report is of, for programs, such as the period.
    public let facts: [JSONValue.Member]
    /// What people read first.
    public let sentences: [String]
    /// The first is the one that a CSV file holds.
    public let tables: [ReportTable]

    public init(title: String, facts: [JSONValue.Member], sentences: [String], tables: [ReportTable]) {
        self.title = title
        self.facts = facts
        self.sentences = sentences
        self.tables = tables
    }

    /// How a report is written.
    public enum Format: String, Sendable, CaseIterable {
        /// For a terminal.
        case table
        /// For a spreadsheet: the first table.
        case csv
        /// For programs: everything.
        case json
        /// Markdown, for a page or a message.
        case md
    }

    public func text(_ format: Format) -> String {
        switch format {
        case .table: plainText
        case .csv: tables.first.map { CSVText.file($0) } ?? ""
        case .json: json.text(indented: true)
        case .md: markdown
        }
    }
}

extension ReportDocument {
    private var plainText: String {
        let parts = tables.map { "\($0.title)\n\n\(PlainTable.text($0))" }
        return ([title] + [sentences.joined(separator: "\n")].filter { !$0.isEmpty } + parts).joined(separator: "\n\n")
            + "\n"
    }

    private var markdown: String {
        let parts = tables.map { "## \($0.title)\n\n\(MarkdownTable.text($0))" }
        return (["# \(title)"] + sentences.map(MarkdownTable.escaped) + parts).joined(separator: "\n\n") + "\n"
    }

    private var json: JSONValue {
        .object(facts + tables.map { JSONValue.Member($0.name, Self.rows(of: $0)) })
    }

    /// A value that is not known, and one that is not there, are `null`: neither may be taken for 0.
    private static func rows(of table: ReportTable) -> JSONValue {
        .array(
            table.rows.map { row in
                .object(zip(table.columns, row).map { JSONValue.Member($0.name, $1.json) })
            })
    }
}

extension ReportTable.Value {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number), .percent(let number): .integer(number)
        case .notKnown, .none: .null
        }
    }
}
