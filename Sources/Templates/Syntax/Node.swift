import Diagnostics

/// A name as written in a tag. `{{.}}` has no parts.
struct Name: Sendable {
    let text: String
    let parts: [String]
    let location: Location

    init(_ text: String, at location: Location) {
        self.text = text
        self.location = location
        parts = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
}

/// A template's syntax tree. Texts are ranges of the source's bytes.
indirect enum Node: Sendable {
    /// `startsLine` says that a line of the source begins here, so that indentation is added or taken away. A line that
    /// begins with a tag has an empty text in front of it.
    case text(Range<Int>, startsLine: Bool)
    case variable(Name, unescaped: Bool)
    case section(Section)
    case inclusion(Inclusion)
    case block(Block)
}

/// `{{#name}}…{{/name}}` or `{{^name}}…{{/name}}`.
struct Section: Sendable {
    let name: Name
    let isInverted: Bool
    let body: [Node]
}

/// `{{>name}}`, or `{{<name}}…{{/name}}`, which the specification defines as a partial with substitutions.
struct Inclusion: Sendable {
    let name: Name
    /// The white space before a tag that stands alone on its line; `nil` for a tag in running text.
    let indentation: Range<Int>?
    let overrides: [Block]
}

/// `{{$name}}…{{/name}}`: a place that can be filled, or what fills it.
struct Block: Sendable {
    /// Unique within its source.
    let id: Int
    let name: Name
    let placement: Placement
    /// Whether the body begins right after the tag, not on a new line.
    let beginsInline: Bool
    let body: [Node]

    enum Placement: Sendable {
        /// The opening tag has a line to itself.
        case ownLine(indentation: Range<Int>)
        /// The opening tag is the first thing on a line.
        case lineStart(indentation: Range<Int>)
        case runningText
    }
}

/// One source after parsing. It can be linked only when `faults` is empty.
struct ParsedSource: Sendable {
    let source: TemplateSource
    let nodes: [Node]
    let faults: [Diagnostic]
}
