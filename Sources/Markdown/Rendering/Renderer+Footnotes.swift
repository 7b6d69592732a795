import Diagnostics

// Footnotes. cmark moves their definitions to the end of the document, in the order in which the text refers to them.
extension Renderer {
    struct Footnotes {
        /// How often the text has referred to each so far.
        var references: [Int: Int] = [:]
        /// The number of the one that is being written, 0 before the first.
        var current = 0
        var hasBackLinks = false
    }

    /// Ids have a colon, which no heading's id has, so the two can never be the same.
    mutating func writeFootnoteReference(_ node: Node) {
        guard let number = Int(String(decoding: node.literal, as: UTF8.self)) else { return }
        let count = footnotes.references[number, default: 0] + 1
        footnotes.references[number] = count
        out.raw("<sup class=\"footnote-ref\"><a href=\"#fn:\(number)\" id=\"\(referenceID(number, count))\"")
        out.raw(" role=\"doc-noteref\" aria-label=\"")
        out.text(options.wording.footnote)
        out.raw(" \(number)\">\(number)</a></sup>")
    }

    private func referenceID(_ number: Int, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }

    mutating func openFootnote() {
        if footnotes.current == 0 {
            out.freshLine()
            out.raw("<section class=\"footnotes\" aria-label=\"")
            out.text(options.wording.footnotes)
            out.raw("\">\n<ol>\n")
        }
        footnotes.current += 1
        footnotes.hasBackLinks = false
        out.raw("<li id=\"fn:\(footnotes.current)\">\n")
    }

    mutating func closeFootnote() {
        if !footnotes.hasBackLinks {
            out.raw("<p>")
            writeBackLinks()
            out.raw("</p>\n")
        }
        out.raw("</li>\n")
    }

    mutating func closeFootnotes() {
        if footnotes.current > 0 { out.raw("</ol>\n</section>\n") }
    }

    /// The arrow is followed by U+FE0E, or some systems show a coloured picture in its place (Unicode TR 51).
    mutating func writeBackLinks() {
        footnotes.hasBackLinks = true
        let number = footnotes.current
        for count in 1...max(1, footnotes.references[number, default: 1]) {
            out.raw(
                " <a href=\"#\(referenceID(number, count))\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\""
            )
            out.text(options.wording.backToText)
            out.raw(count == 1 ? " \(number)\">↩\u{FE0E}</a>" : " \(number), \(count)\">↩\u{FE0E} \(count)</a>")
        }
    }

    /// cmark turns a reference without a definition back into text, where it looks like one that a backslash hides.
    mutating func checkForUndefinedFootnotes(in literal: Node.Text) {
        var rest = literal[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "[")) {
            rest = rest[(mark + 1)...]
            guard rest.first == UInt8(ascii: "^"), let close = rest.firstIndex(of: UInt8(ascii: "]")) else { continue }
            let label = String(decoding: rest[(mark + 2)..<close], as: UTF8.self)
            guard !label.isEmpty, let range = findUnescaped("[^\(label)]") else { continue }
            place.cursor = range.upperBound
            report(
                .undefinedFootnote, "the footnote \"\(label)\" is not written anywhere in this text",
                at: source.location(of: range, onLine: place.line),
                help: "add a line \"[^\(label)]: …\", or put a backslash before the bracket to show it as it stands")
        }
    }
}
