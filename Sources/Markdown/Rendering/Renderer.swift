import Diagnostics
import Prose

/// One walk over cmark's tree that writes the HTML and collects everything else a document says.
///
/// This file decides what each node means; its neighbours (`Renderer+Blocks` and so on) write it.
struct Renderer {
    let options: MarkdownParser.Options
    var source: SourceLines
    var out: HTMLWriter
    var document = MarkdownDocument()
    var diagnostics: [Diagnostic] = []

    var place = InlinePlace()
    var text = TextCapture()
    /// The text for whoever judges its wording; `nil` where nobody does.
    var prose: RunningText?
    /// How many quotations are open that are no alerts.
    var quotations = 0
    var slugs = SlugRegister()
    var headingLevel: Int
    var headingStart = 0
    var openHeadingID = ""
    /// Quotations that are shown as alerts.
    var alerts: [Node] = []
    /// Lines that the alert's marker took from the paragraph that comes next.
    var alertLines = 0
    /// A paragraph that held nothing but an alert's marker.
    var silenced: Node?
    var links: [OpenLink] = []
    /// Where the text of the outermost open image starts; inside an image there is text only.
    var imageText: Int?
    var openImages = 0
    var imagePlace = InlinePlace()
    var tables = Tables()
    var footnotes = Footnotes()
    var rawTags: [RawTag] = []
    /// How many nodes are open.
    var depth = 0
    /// Set when a limit is passed: the walk ends and nothing of the document is used.
    var isRefused = false

    init(source: SourceLines, options: MarkdownParser.Options) {
        self.source = source
        self.options = options
        out = HTMLWriter(expecting: source.bytes.count * 3 / 2 + 64)
        headingLevel = options.topHeadingLevel - 1
        prose = options.keepsText ? RunningText() : nil
    }

    mutating func render(_ root: Node) {
        root.walk { side, node in
            visit(node, side)
            return !isRefused
        }
        guard !isRefused else {
            document = MarkdownDocument()
            return
        }
        closeFootnotes()
        closeRawTags(downTo: 0)
        // Documents are kept, and what has grown has room to spare.
        document.html = out.bytes.trimmed
        document.holes = out.holes.trimmed
        document.links = document.links.trimmed
        document.outline = document.outline.trimmed
        document.wordCount = text.words
        prose?.end()
        document.runningText = prose ?? RunningText()
    }

    private mutating func visit(_ node: Node, _ side: Node.Side) {
        let kind = node.kind
        if openImages > 0, kind != .image {
            if side == .enter { captureText(of: node, kind) }
            return
        }
        switch kind {
        case .text: writeText(node)
        case .softBreak: writeBreak("\n")
        case .lineBreak: writeBreak("<br>\n")
        case .code: writeCode(node)
        case .htmlInline: writeInlineHTML(node)
        case .footnoteReference: if side == .enter { writeFootnoteReference(node) }
        case .codeBlock: writeCodeBlock(node)
        case .htmlBlock: writeHTMLBlock(node)
        case .thematicBreak: writeThematicBreak()
        case .document, .unknown: break
        default: side == .enter ? enter(node, kind) : exit(node, kind)
        }
    }

    private mutating func enter(_ node: Node, _ kind: Node.Kind) {
        depth += 1
        guard depth <= options.limits.nesting else {
            return refuse(.nesting(limit: options.limits.nesting), at: node, kind)
        }
        guard out.bytes.count <= options.limits.outputBytes else {
            return refuse(.output(limit: options.limits.outputBytes), at: node, kind)
        }
        switch kind {
        case .paragraph: openParagraph(node)
        case .heading: openHeading(node)
        case .list: openList(node)
        case .item: openItem(node)
        case .blockQuote: openBlockQuote(node)
        case .table: openTable(node)
        case .tableRow: openRow(node)
        case .tableCell: openCell(node)
        case .footnoteDefinition: openFootnote()
        case .emphasis: openEmphasis()
        case .strong: out.raw("<strong>")
        case .strikethrough: out.raw("<del>")
        case .link: openLink(node)
        case .image: openImage(node)
        default: break
        }
    }

    private mutating func exit(_ node: Node, _ kind: Node.Kind) {
        closeRawTags(downTo: depth)
        depth -= 1
        switch kind {
        case .paragraph: closeParagraph(node)
        case .heading: closeHeading(node)
        case .list: out.raw(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: out.raw("</li>\n")
        case .blockQuote: closeBlockQuote(node)
        case .table: closeTable()
        case .tableRow: closeRow(node)
        case .tableCell: closeCell()
        case .footnoteDefinition: closeFootnote()
        case .emphasis: closeEmphasis()
        case .strong: out.raw("</strong>")
        case .strikethrough: out.raw("</del>")
        case .link: closeLink(node)
        case .image: closeImage(node)
        default: break
        }
    }

    private mutating func refuse(_ excess: Excess, at node: Node, _ kind: Node.Kind) {
        diagnostics = [excess.diagnostic(at: source.location(ofLine: kind.isInline ? place.line : node.startLine))]
        isRefused = true
    }
}

extension Array {
    /// The same without room to spare.
    fileprivate var trimmed: [Element] { capacity > count ? withUnsafeBufferPointer(Array.init) : self }
}

extension Renderer {
    mutating func report(
        _ code: DiagnosticCode, _ message: String, at location: Location, label: String? = nil, help: String? = nil
    ) {
        diagnostics.append(Diagnostic(code, message, at: location, label: label, help: help))
    }
}
