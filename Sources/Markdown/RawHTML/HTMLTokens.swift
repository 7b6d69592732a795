/// A piece of raw HTML inside Markdown.
enum HTMLToken: Equatable {
    case text(ArraySlice<UInt8>)
    case comment
    /// A comment whose end is missing.
    case openComment
    case tag(HTMLTag)
    /// Declarations, processing instructions, CDATA, and whatever looks like a tag and is none.
    case other
}

struct HTMLTag: Equatable {
    /// In lower case.
    let name: String
    let isClosing: Bool
    /// In order, names in lower case; values with their character references as written.
    let attributes: [Attribute]

    struct Attribute: Equatable {
        let name: String
        let value: String?
    }
}

/// Splits raw HTML as strictly as the allow-list needs: what is not plainly a tag is `other`, which never passes.
struct HTMLTokens: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func next() -> (token: HTMLToken, offset: Int)? {
        guard let first = rest.first else { return nil }
        let offset = rest.startIndex
        guard first == UInt8(ascii: "<") else {
            let text = rest.prefix { $0 != UInt8(ascii: "<") }
            rest = rest[text.endIndex...]
            return (.text(text), offset)
        }
        return (takeMarkup(), offset)
    }

    private mutating func takeMarkup() -> HTMLToken {
        if rest.starts(with: "<!--".utf8) { return takeComment() }
        let start = rest
        rest = rest.dropFirst()
        if let tag = takeTag() { return .tag(tag) }
        let end = start.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? start.endIndex
        rest = start[end...]
        return .other
    }

    private mutating func takeComment() -> HTMLToken {
        // `<!-->` and `<!--->` are whole comments (HTML Standard, 13.2.5.43 "comment start state").
        var at = rest.startIndex + 2
        while at + 2 < rest.endIndex {
            if rest[at] == UInt8(ascii: "-"), rest[at + 1] == UInt8(ascii: "-"), rest[at + 2] == UInt8(ascii: ">") {
                rest = rest[(at + 3)...]
                return .comment
            }
            at += 1
        }
        rest = rest[rest.endIndex...]
        return .openComment
    }

    private mutating func takeTag() -> HTMLTag? {
        let isClosing = take(UInt8(ascii: "/"))
        let name = takeName()
        guard let first = name.utf8.first, first >= UInt8(ascii: "a") else { return nil }
        var attributes: [HTMLTag.Attribute] = []
        while true {
            let space = skipSpace()
            if take(UInt8(ascii: "/")) { return take(UInt8(ascii: ">")) ? tag(name, isClosing, attributes) : nil }
            if take(UInt8(ascii: ">")) { return tag(name, isClosing, attributes) }
            guard space, let attribute = takeAttribute() else { return nil }
            attributes.append(attribute)
        }
    }

    private func tag(_ name: String, _ isClosing: Bool, _ attributes: [HTMLTag.Attribute]) -> HTMLTag {
        HTMLTag(name: name, isClosing: isClosing, attributes: attributes)
    }

    private mutating func takeAttribute() -> HTMLTag.Attribute? {
        let name = takeName()
        guard !name.isEmpty else { return nil }
        let before = rest
        _ = skipSpace()
        guard take(UInt8(ascii: "=")) else {
            rest = before
            return .init(name: name, value: nil)
        }
        _ = skipSpace()
        return takeValue().map { .init(name: name, value: $0) }
    }

    private mutating func takeValue() -> String? {
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = rest.prefix(while: isPlain)
            rest = rest[value.endIndex...]
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }
        guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
        let value = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        rest = rest[(end + 1)...]
        return value
    }

    private mutating func takeName() -> String {
        let name = rest.prefix(while: isPlain)
        rest = rest[name.endIndex...]
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipSpace() -> Bool {
        let space = rest.prefix { $0.isBlank || $0 == .lineFeed || $0 == .carriageReturn || $0 == 0x0C }
        rest = rest[space.endIndex...]
        return !space.isEmpty
    }
}
