public import Diagnostics
public import Prose

/// A piece of Markdown, parsed and rendered as far as it can be without knowing the site.
///
/// The HTML has *holes* where the site decides later: where a link leads, how an image is shown, what a component
/// says. So each text is parsed and rendered once for all editions and all schools. Inline HTML outside the holes is
/// whole: every element that is opened is closed.
public struct MarkdownDocument: Sendable, Hashable {
    /// UTF-8 HTML without the holes' contents. Where it was put aside, each look at it brings it back: look once.
    public var html: [UInt8] {
        get { kept.bytes }
        set { kept = .here(newValue) }
    }
    private var kept = KeptHTML.here([])
    /// In ascending order of their offsets.
    public var holes: [Hole]
    public var links: [Link]
    public var images: [Image]
    public var components: [Component]
    /// The headings in document order, for contents lists and for checking anchors.
    public var outline: [Heading]
    /// Words of running text, headings, tables and code spans; without code blocks and components.
    public var wordCount: Int
    /// The text without markup, for whoever judges its wording; empty unless ``MarkdownParser/Options/keepsText`` asks
    /// for it.
    public var runningText = RunningText()

    init() {
        (holes, links, images, components, outline) = ([], [], [], [], [])
        wordCount = 0
    }
}

extension MarkdownDocument {
    /// A place in `html` where the site puts something.
    public struct Hole: Sendable, Hashable {
        public let kind: Kind
        /// How many bytes of `html` stand before it.
        public let offset: Int

        public enum Kind: Sendable, Hashable {
            /// The value of an `href` attribute, escaped, for the link of this index.
            case link(Int)
            /// The whole `<img>` element for the image of this index; phrasing content.
            case image(Int)
            /// The whole block for the component of this index; flow content.
            case component(Int)
        }
    }

    public struct Link: Sendable, Hashable {
        /// As written, with character references and backslash escapes resolved; not yet percent-encoded.
        public let destination: String
        public let title: String?
        /// The link's text without markup; images count with their text alternative.
        public let text: String
        /// Where the destination stands, or the link's text for a reference such as `[text][label]`.
        public let location: Location
    }

    public struct Image: Sendable, Hashable {
        public let source: String
        /// The text alternative, without markup.
        public let alt: String
        public let title: String?
        public let location: Location
    }

    /// A fenced block such as ```` ```{contacts} ````, which a component of the theme renders.
    public struct Component: Sendable, Hashable {
        public let name: String
        /// The lines between the fences without the indentation of the opening fence, each with its line end.
        public let body: String
        /// The name in the opening fence.
        public let location: Location
        /// The line of the file on which `body` starts.
        public let bodyFirstLine: Int
    }

    public struct Heading: Sendable, Hashable {
        /// 1 to 6, as written.
        public let level: Int
        /// Unique in the document; see `Slug`.
        public let id: String
        public let text: String
        public let location: Location
    }
}

extension MarkdownDocument {
    /// Puts the HTML aside; where the store does not take it, it stays in memory.
    public mutating func putHTMLAside(in store: HTMLStore) {
        guard case .here(let bytes) = kept, !bytes.isEmpty, let place = store.taking(bytes) else { return }
        kept = .aside(place)
    }

    /// Appends the finished HTML to `output`; `fill` appends what goes into each hole, in order.
    public func append(to output: inout [UInt8], filling fill: (Hole.Kind, inout [UInt8]) -> Void) {
        let html = html
        output.reserveCapacity(output.count + html.count + holes.count * 64)
        var done = 0
        for hole in holes {
            output.append(contentsOf: html[done..<hole.offset])
            fill(hole.kind, &output)
            done = hole.offset
        }
        output.append(contentsOf: html[done...])
    }

    /// The finished HTML; `fill` appends what goes into each hole, in order.
    public func html(filling fill: (Hole.Kind, inout [UInt8]) -> Void) -> [UInt8] {
        var output: [UInt8] = []
        append(to: &output, filling: fill)
        return output
    }
}
