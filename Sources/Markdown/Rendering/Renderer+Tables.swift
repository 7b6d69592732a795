import Diagnostics
import Prose

// Tables.
extension Renderer {
    struct Tables {
        var count = 0
        var alignments: [UInt8] = []
        var isWide = false
        var isHeader = false
        var hasBody = false
        /// Whether a cell of the header row has text.
        var isHeaded = false
        var column = 0
        var row = 1
        var closingTag: StaticString = "</td>"
    }

    /// From this many columns on, a table may be wider than a phone. It then gets a box that scrolls by itself, which
    /// must take the focus so that the keyboard can scroll it, and so needs a role and a name (WCAG 2.2, 2.1.1 and
    /// 4.1.2; axe: scrollable-region-focusable). Narrower tables wrap their words instead, and save everybody the
    /// extra stop.
    static let wideTable = 3

    mutating func openTable(_ node: Node) {
        tables.count += 1
        tables.alignments = node.alignments
        tables.isWide = tables.alignments.count >= Renderer.wideTable
        tables.hasBody = false
        tables.isHeaded = false
        tables.row = headerLine(of: node)
        out.freshLine()
        if tables.isWide {
            out.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
            out.text(name(of: node))
            out.raw("\">\n")
        }
        out.raw("<table>\n")
    }

    mutating func closeTable() {
        if tables.hasBody { out.raw("</tbody>\n") }
        out.raw("</table>\n")
        if tables.isWide { out.raw("</div>\n") }
    }

    /// Landmarks of a page need different names: the number sees to that, the columns say which table it is.
    private func name(of table: Node) -> String {
        let columns = table.firstChild.map(cells)?.map(plainText).filter { !$0.isEmpty } ?? []
        let number = "\(options.wording.table) \(tables.count)"
        return columns.isEmpty ? number : "\(number): \(columns.joined(separator: ", "))"
    }

    private func cells(of row: Node) -> [Node] {
        Array(sequence(first: row.firstChild, next: { $0?.next }).prefix { $0 != nil }.compactMap(\.self))
    }

    /// cmark gives the header row the line of the paragraph that it grew out of.
    private func headerLine(of table: Node) -> Int {
        guard let paragraph = table.previous, paragraph.startLine == 0 else { return table.startLine }
        return table.startLine + lineEnds(in: paragraph) + 1
    }

    mutating func openRow(_ node: Node) {
        tables.isHeader = node.isHeaderRow
        if !tables.isHeader { tables.row = node.startLine }
        tables.column = 0
        if tables.isHeader {
            out.raw("<thead>\n")
        } else if !tables.hasBody {
            tables.hasBody = true
            out.raw("<tbody>\n")
        }
        out.raw("<tr>\n")
    }

    mutating func closeRow(_ node: Node) {
        out.raw("</tr>\n")
        guard tables.isHeader else { return }
        out.raw("</thead>\n")
        if !tables.isHeaded {
            report(
                .tableWithoutHeader, "the columns of this table have no headings",
                at: source.location(ofLine: tables.row), help: "write what each column holds into its first row")
        }
    }

    /// An empty corner cell heads nothing, so it is no `<th>` (axe: empty-table-header).
    mutating func openCell(_ node: Node) {
        startInlines(onLine: tables.row)
        let isHeading = tables.isHeader && node.firstChild != nil
        tables.isHeaded = tables.isHeaded || isHeading
        tables.closingTag = isHeading ? "</th>\n" : "</td>\n"
        out.raw(isHeading ? "<th scope=\"col\"" : "<td")
        switch tables.column < tables.alignments.count ? tables.alignments[tables.column] : 0 {
        case UInt8(ascii: "l"): out.raw(" class=\"align-left\"")
        case UInt8(ascii: "c"): out.raw(" class=\"align-center\"")
        case UInt8(ascii: "r"): out.raw(" class=\"align-right\"")
        default: break
        }
        out.raw(">")
        prose?.begin(quotations > 0 ? .quotation : .cell)
        tables.column += 1
    }

    mutating func closeCell() {
        prose?.end()
        out.raw(tables.closingTag)
        text.endWord()
    }
}
