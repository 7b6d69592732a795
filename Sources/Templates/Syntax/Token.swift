import Diagnostics

/// A piece of a template: part of one line of text, or a tag.
enum Token: Sendable {
    /// Never more than one line; a line break is its last byte.
    case text(Range<Int>)
    case tag(Tag)
}

struct Tag: Sendable {
    enum Kind: Sendable {
        case variable, unescaped, section, inverted, close, comment, partial, parent, block, delimiters
    }

    let kind: Kind
    /// Empty for comments and delimiters.
    let name: Name
    let location: Location
}
