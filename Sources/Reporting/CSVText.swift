/// Tables as CSV, as RFC 4180 has it.
public enum CSVText {
    /// A file of one table: a line of headings, then its rows, without the sum.
    ///
    /// It starts with the mark that tells Excel that names are in UTF-8, and lines end as the RFC says. A percentage is
    /// a bare number; what is not known is `not known`, and what is not there is empty.
    public static func file(_ table: ReportTable) -> String {
        let head = table.columns.map { cell($0.title) }.joined(separator: ",")
        let rows = table.rows.map { $0.map(value).joined(separator: ",") }
        return "\u{FEFF}" + ([head] + rows).map { $0 + "\r\n" }.joined()
    }

    private static func value(_ value: ReportTable.Value) -> String {
        switch value {
        case .text(let text): cell(text)
        case .number(let number), .percent(let number): String(number)
        case .notKnown: "not known"
        case .none: ""
        }
    }

    /// A text that no spreadsheet takes for a formula.
    ///
    /// Spreadsheets run what starts with `=`, `+`, `-` or `@`, and some what follows a tab or a line break at the start;
    /// a name that somebody typed into a form could send the sheet away. An apostrophe in front makes it text
    /// (OWASP, *CSV Injection*). Only texts are treated so: a number cannot be anything else.
    static func cell(_ text: String) -> String {
        let starters: [Unicode.Scalar] = [
            "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        ]
        let first = text.unicodeScalars.first { $0 != " " }
        let safe = first.map(starters.contains) == true ? "'" + text : text
        let needsQuotes = safe.utf8.contains { "\",\r\n;\t".utf8.contains($0) }
        return needsQuotes ? "\"" + doubled(safe) + "\"" : safe
    }

    private static func doubled(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    }
}
