// Text, breaks, code spans.
extension Renderer {
    mutating func writeText(_ node: Node) {
        let literal = node.literal
        text.append(literal)
        out.text(literal)
        if source.mayHaveFootnotes { checkForUndefinedFootnotes(in: literal) }
        if source.mayHaveComments { checkForBrokenComment(in: literal) }
    }

    mutating func writeBreak(_ markup: StaticString) {
        text.space()
        out.raw(markup)
        nextLine()
    }

    mutating func writeCode(_ node: Node) {
        text.append(node.literal)
        out.raw("<code>")
        out.text(node.literal)
        out.raw("</code>")
        nextLine(by: node.endLine - node.startLine)
    }

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
