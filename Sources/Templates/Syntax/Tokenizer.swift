import Diagnostics

/// Cuts a template into lines of text and tags.
///
/// The language is that of the Mustache manual, mustache(5), and of the specification's `comments`, `delimiters`,
/// `interpolation`, `inverted`, `partials`, `sections` and `~inheritance` parts.
struct Tokenizer {
    private let bytes: [UInt8]
    private let map: TextMap
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var at = 0
    private(set) var tokens: [Token] = []
    private(set) var faults: [Diagnostic] = []

    init(_ source: TemplateSource) {
        bytes = source.bytes
        map = TextMap(source)
    }

    /// With more faults a file is no template, and the rest of it is passed over.
    private static let mostFaults = 200

    mutating func run() {
        while faults.count < Self.mostFaults, let open = bytes.firstRange(of: opening, in: at..<bytes.count) {
            addText(at..<open.lowerBound)
            readTag(open)
        }
        if faults.count < Self.mostFaults { addText(at..<bytes.count) }
    }

    private mutating func addText(_ range: Range<Int>) {
        var start = range.lowerBound
        for i in range where bytes[i] == UInt8(ascii: "\n") {
            tokens.append(.text(start..<i + 1))
            start = i + 1
        }
        if start < range.upperBound { tokens.append(.text(start..<range.upperBound)) }
    }

    private mutating func readTag(_ open: Range<Int>) {
        let sign = open.upperBound < bytes.count ? bytes[open.upperBound] : 0
        let kind = Self.kinds[sign]
        let ending =
            switch sign {
            case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
            case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
            default: closing
            }
        let contentStart = open.upperBound + (kind == nil ? 0 : 1)
        let isComment = kind == .comment
        let limit = isComment ? bytes.count : nextOpening(after: contentStart)
        guard let close = bytes.firstRange(of: ending, in: contentStart..<limit) else {
            return reportUnclosed(open, ending: ending, next: limit)
        }
        at = close.upperBound
        let tag = open.lowerBound..<close.upperBound
        let content = bytes.trimmed(contentStart..<close.lowerBound)
        if kind == .delimiters { return setDelimiters(tag, content) }
        guard isComment || isName(content) else { return reportName(tag, content) }
        addTag(kind ?? .variable, isComment ? content.lowerBound..<content.lowerBound : content, tag)
    }

    private static let kinds: [UInt8: Tag.Kind] = [
        UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
        UInt8(ascii: "!"): .comment, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent,
        UInt8(ascii: "$"): .block, UInt8(ascii: "="): .delimiters, UInt8(ascii: "&"): .unescaped,
        UInt8(ascii: "{"): .unescaped,
    ]

    private mutating func addTag(_ kind: Tag.Kind, _ content: Range<Int>, _ tag: Range<Int>) {
        let name = Name(bytes.string(content), at: map.location(of: content))
        tokens.append(.tag(Tag(kind: kind, name: name, location: map.location(of: tag))))
    }

    /// A tag that swallows the start of the next one was never closed. Looking no further than that also keeps the
    /// work in line with the length of the file.
    private func nextOpening(after start: Int) -> Int {
        guard opening != closing else { return bytes.count }
        return bytes.firstRange(of: opening, in: start..<bytes.count)?.lowerBound ?? bytes.count
    }

    private func isName(_ content: Range<Int>) -> Bool {
        !content.isEmpty && !bytes[content].contains { $0.isWhitespace }
    }
}

extension Tokenizer {
    /// `{{=<% %>=}}`: two delimiters with white space between them, neither with white space or `=` inside.
    private mutating func setDelimiters(_ tag: Range<Int>, _ content: Range<Int>) {
        let words = bytes[content].split(whereSeparator: \.isWhitespace).map(Array.init)
        guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
            faults.append(Fault.badDelimiters(bytes.string(tag), at: map.location(of: tag)))
            return
        }
        addTag(.delimiters, content.lowerBound..<content.lowerBound, tag)
        opening = words[0]
        closing = words[1]
    }

    private mutating func reportUnclosed(_ open: Range<Int>, ending: [UInt8], next: Int) {
        let start = bytes[open.lowerBound..<min(bytes.count, open.upperBound + 30)]
        let shown = bytes.trimmed(start.startIndex..<(start.firstIndex(of: UInt8(ascii: "\n")) ?? start.endIndex))
        faults.append(
            Fault.unclosedTag(
                bytes.string(shown), ending: String(decoding: ending, as: UTF8.self), at: map.location(of: open)))
        at = next
    }

    private mutating func reportName(_ tag: Range<Int>, _ content: Range<Int>) {
        faults.append(
            content.isEmpty
                ? Fault.emptyTag(bytes.string(tag), at: map.location(of: tag))
                : Fault.badName(bytes.string(content), at: map.location(of: content)))
    }
}
