/// What happens to the white space at the start of each line of a template that is put into another.
///
/// "Any whitespace preceding the tag should be treated as indentation, and prepended to each line of the partial"
/// (Mustache specification, `partials`); "block indentation is removed at the site of definition and added at the site
/// of expansion" (`~inheritance`). This is done while linking, so it costs nothing at run time.
struct Margin: Hashable {
    /// How many bytes of white space to take away.
    var removed = 0
    var added: [UInt8] = []

    static let none = Margin()

    /// A line's white space after the change.
    func applied(to indentation: some Collection<UInt8>) -> [UInt8] {
        added + indentation.dropFirst(min(removed, indentation.count))
    }
}

extension Sequence<Node> {
    /// The white space that all lines of a body have in common, in bytes; `nil` where no line begins in it.
    func commonIndentation(in bytes: [UInt8]) -> Int? {
        indentations(in: bytes).map(\.count).min()
    }

    /// The white space of the first line that begins in this body.
    func firstIndentation(in bytes: [UInt8]) -> Range<Int>? { indentations(in: bytes).first }

    private func indentations(in bytes: [UInt8]) -> [Range<Int>] {
        flatMap { node -> [Range<Int>] in
            switch node {
            case .text(let range, startsLine: true): bytes.indentation(of: range).map { [$0] } ?? []
            case .text, .variable: []
            case .section(let section): section.body.indentations(in: bytes)
            case .inclusion(let inclusion): inclusion.indentation.map { [$0] } ?? []
            case .block(let block): block.body.indentations(in: bytes)
            }
        }
    }
}

extension [UInt8] {
    /// The white space that a line begins with; `nil` for a blank line, whose white space means nothing.
    func indentation(of line: Range<Int>) -> Range<Int>? {
        let end = line.first { !self[$0].isBlank } ?? line.upperBound
        return end < line.upperBound && self[end] == UInt8(ascii: "\n") ? nil : line.lowerBound..<end
    }
}
