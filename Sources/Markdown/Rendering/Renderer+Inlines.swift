import Prose

// Text, breaks, code spans.
extension Renderer {
    mutating func writeText(_ node: Node) {
        let literal = node.literal
        text.append(literal)
        let line = fileLine
        prose?.append(literal, line: line)
        out.text(literal)
        if source.mayHaveFootnotes { checkForUndefinedFootnotes(in: literal) }
        if source.mayHaveComments { checkForBrokenComment(in: literal) }
    }

    mutating func writeBreak(_ markup: StaticString) {
        text.space()
        prose?.space()
        out.raw(markup)
        nextLine()
    }

    mutating func writeCode(_ node: Node) {
        text.append(node.literal)
        let line = fileLine
        prose?.beginSpared()
        prose?.append(node.literal, line: line)
        prose?.endSpared()
        out.raw("<code>")
        out.text(node.literal)
        out.raw("</code>")
        nextLine(by: node.endLine - node.startLine)
    }

    /// Italics mark titles and words that are spoken of.
    mutating func openEmphasis() {
        prose?.beginSpared()
        out.raw("<em>")
    }

    mutating func closeEmphasis() {
        out.raw("</em>")
        prose?.endSpared()
    }

    /// The line of the file on which the walk is.
    private var fileLine: Int { place.line + source.firstLine - 1 }

    /// Inside an image everything is part of its text alternative.
    mutating func captureText(of node: Node, _ kind: Node.Kind) {
        switch kind {
        case .text, .code:
            text.append(node.literal)
            nextLine(by: kind == .code ? node.endLine - node.startLine : 0)
        case .softBreak, .lineBreak:
            text.space()
            nextLine()
        default: break
        }
    }
}
