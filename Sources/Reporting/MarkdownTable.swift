/// A table of GitHub-flavoured Markdown.
enum MarkdownTable {
    static func text(_ table: ReportTable) -> String {
        guard !table.rows.isEmpty else { return escaped(table.empty) }
        let all = table.rows.map { $0.map { escaped($0.shown) } }
        let total = table.total.map { [$0.map { "**\(escaped($0.shown))**" }] } ?? []
        let rule = table.columns.indices.map { column in
            table.rows.contains { $0[column].isNumber } ? "---:" : "---"
        }
        return ([table.columns.map { escaped($0.title) }, rule] + all + total).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
        .joined(separator: "\n")
    }

    /// A text that is shown as it is, whatever Markdown would make of its characters.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "~": result += "\\" + String(scalar)
            case "&": result += "&amp;"
            case "\n", "\r": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
