import Diagnostics
import Prose

// Paragraphs, headings, lists, code.
extension Renderer {
    mutating func openParagraph(_ node: Node) {
        guard node != silenced else { return }
        startInlines(onLine: firstTextLine(of: node) + alertLines)
        alertLines = 0
        prose?.begin(quotations > 0 ? .quotation : node.parent?.kind == .item ? .item : .paragraph)
        if !isTight(node) {
            out.freshLine()
            out.raw("<p>")
        }
        if let item = task(startingWith: node) { writeTickBox(item, labelled: true) }
    }

    mutating func closeParagraph(_ node: Node) {
        guard node != silenced else { return }
        if task(startingWith: node) != nil { out.raw("</label>") }
        text.endWord()
        prose?.end()
        guard !isTight(node) else { return }
        if node.next == nil, node.parent?.kind == .footnoteDefinition { writeBackLinks() }
        out.raw("</p>\n")
    }

    /// Paragraphs in a list without blank lines between its items stand without `<p>`.
    private func isTight(_ paragraph: Node) -> Bool {
        guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
        return list.isTight
    }

    mutating func writeThematicBreak() {
        out.freshLine()
        out.raw("<hr>\n")
    }
}

// Headings.
extension Renderer {
    mutating func openHeading(_ node: Node) {
        startInlines(onLine: firstTextLine(of: node))
        out.freshLine()
        out.raw("<h\(node.headingLevel) id=\"")
        // The id is made of the text, which comes after it in the bytes but is known from the tree.
        let id = slugs.claim(plainText(of: node))
        out.text(id)
        out.raw("\">")
        openHeadingID = id
        prose?.begin(quotations > 0 ? .quotation : .heading)
        headingStart = text.begin()
    }

    mutating func closeHeading(_ node: Node) {
        let level = node.headingLevel
        out.raw("</h\(level)>\n")
        let words = text.end(from: headingStart)
        prose?.end()
        text.endWord()
        let line = firstTextLine(of: node)
        let location = source.location(of: headingText(onLine: line), onLine: line)
        let heading = MarkdownDocument.Heading(level: level, id: openHeadingID, text: words, location: location)
        check(heading)
        document.outline.append(heading)
        headingLevel = max(level, options.topHeadingLevel)
    }

    private mutating func check(_ heading: MarkdownDocument.Heading) {
        let (level, top, location) = (heading.level, options.topHeadingLevel, heading.location)
        if heading.text.allSatisfy(\.isWhitespace) {
            return report(
                .emptyElement, "the heading has no text", at: location, help: "write its text or remove the #")
        }
        let marks = String(repeating: "#", count: min(6, level < top ? top : headingLevel + 1))
        let fix = "write it as \"\(marks) \(heading.text)\""
        if level == 1 {
            report(
                .firstLevelHeading,
                "the title is the page's only first-level heading, and \"\(heading.text)\" is another",
                at: location, help: fix)
        } else if level < top {
            report(
                .firstLevelHeading, "headings here start at level \(top), and \"\(heading.text)\" is level \(level)",
                at: location, help: fix)
        } else if level > headingLevel + 1 {
            report(
                .headingJump, "the heading \"\(heading.text)\" jumps from level \(headingLevel) to level \(level)",
                at: location, help: fix)
        }
    }

    /// What a heading's line says without the marks of the heading and of the containers around it.
    private func headingText(onLine line: Int) -> Range<Int> {
        let range = source.trimmedLine(line)
        let bare = range.first { !" \t>#".utf8.contains(source.bytes[$0]) } ?? range.lowerBound
        return bare..<max(bare, range.upperBound)
    }

    /// The text below a node without its markup.
    func plainText(of node: Node) -> String {
        var bytes: [UInt8] = []
        node.walk { side, node in
            guard side == .enter else { return true }
            switch node.kind {
            case .text, .code: bytes.append(contentsOf: node.literal)
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            default: break
            }
            return true
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

// Lists.
extension Renderer {
    mutating func openList(_ node: Node) {
        out.freshLine()
        guard node.isOrdered else { return out.raw("<ul>\n") }
        node.listStart == 1 ? out.raw("<ol>\n") : out.raw("<ol start=\"\(node.listStart)\">\n")
    }

    mutating func openItem(_ node: Node) {
        out.freshLine()
        guard node.isTask else { return out.raw("<li>") }
        out.raw("<li class=\"task\">")
        if node.firstChild?.kind != .paragraph { writeTickBox(node, labelled: false) }
    }

    /// The task whose text is this paragraph.
    private func task(startingWith paragraph: Node) -> Node? {
        guard paragraph.previous == nil, let item = paragraph.parent, item.kind == .item, item.isTask else {
            return nil
        }
        return item
    }

    /// The box takes its accessible name from the text that its label holds, or from a word of its own (WCAG 2.2,
    /// 4.1.2 Name, Role, Value).
    private mutating func writeTickBox(_ item: Node, labelled: Bool) {
        if labelled { out.raw("<label>") }
        out.raw("<input type=\"checkbox\" disabled")
        if item.isTicked { out.raw(" checked") }
        if !labelled {
            out.raw(" aria-label=\"")
            out.text(options.wording.task)
            out.raw("\"")
        }
        out.raw("> ")
    }
}
