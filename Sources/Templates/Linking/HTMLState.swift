/// Where in an HTML page a template stands, found by reading its literal text.
///
/// A small part of the tokenizer of the HTML Living Standard, section 13.2.5: enough to tell whether escaping makes a
/// text safe at a place. Escaping is safe between tags and in quoted attribute values. It does not help inside
/// `<script>` and `<style>`, whose contents are not decoded; in values without quotation marks, which end at a space;
/// or in attributes that are run as a program or parsed as a page of their own.
struct HTMLState: Hashable {
    enum Mode: Hashable {
        case content, tagOpen, tagName, inTag, attributeName, afterName, beforeValue
        case quoted(UInt8)
        case unquoted, declaration, comment, raw
    }

    /// The elements whose content is not decoded.
    enum Element: String, CaseIterable {
        case script, style
    }

    private(set) var mode = Mode.content
    /// The open tag's element, or the element whose content this is.
    private(set) var element: Element?
    /// What was read of a name, or of the mark that ends the present mode. In a value: the attribute's name.
    private(set) var word: [UInt8] = []

    static let content = HTMLState()

    mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { read(byte.lowercased) }
    }

    /// A value of the page stands here.
    mutating func readValue() {
        if mode == .beforeValue { mode = .unquoted }
    }

    private mutating func enter(_ mode: Mode, word: [UInt8] = []) {
        self.mode = mode
        self.word = word
    }

    private mutating func read(_ byte: UInt8) {
        switch mode {
        case .content: if byte == UInt8(ascii: "<") { enter(.tagOpen) }
        case .tagOpen: readTagOpen(byte)
        case .tagName: readTagName(byte)
        case .inTag, .attributeName, .afterName: readInTag(byte)
        case .beforeValue: readBeforeValue(byte)
        case .quoted(let mark): if byte == mark { enter(.inTag) }
        case .unquoted: readUnquoted(byte)
        case .declaration: readDeclaration(byte)
        case .comment: readComment(byte)
        case .raw: readRaw(byte)
        }
    }
}

extension HTMLState {
    private mutating func readTagOpen(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): enter(.declaration)
        case UInt8(ascii: "/"): enter(.tagName, word: [byte])
        case UInt8(ascii: "<"): break
        default: if byte.isLetter { enter(.tagName, word: [byte]) } else { enter(.content) }
        }
    }

    private mutating func readTagName(_ byte: UInt8) {
        guard byte.isWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
            return word.append(byte)
        }
        element = Element.allCases.first { word.elementsEqual($0.rawValue.utf8) }
        enter(.inTag)
        readInTag(byte)
    }

    private mutating func readInTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): enter(element == nil ? .content : .raw)
        case UInt8(ascii: "/"): enter(.inTag)
        case UInt8(ascii: "="): enter(.beforeValue, word: word)
        default:
            if byte.isWhitespace {
                if mode == .attributeName { mode = .afterName }
            } else if mode == .attributeName {
                word.append(byte)
            } else {
                enter(.attributeName, word: [byte])
            }
        }
    }

    private mutating func readBeforeValue(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): mode = .quoted(byte)
        default: if !byte.isWhitespace { readUnquoted(byte) }
        }
    }

    private mutating func readUnquoted(_ byte: UInt8) {
        mode = .unquoted
        if byte.isWhitespace { enter(.inTag) } else if byte == UInt8(ascii: ">") { readInTag(byte) }
    }

    private mutating func readDeclaration(_ byte: UInt8) {
        word.append(byte)
        if byte == UInt8(ascii: ">") { enter(.content) } else if word.elementsEqual("--".utf8) { enter(.comment) }
    }

    private mutating func readComment(_ byte: UInt8) {
        if byte == UInt8(ascii: "-") {
            word.append(byte)
        } else if byte == UInt8(ascii: ">"), word.count >= 2 {
            enter(.content)
        } else {
            word = []
        }
    }

    /// Looks for `</script` and what may follow it.
    private mutating func readRaw(_ byte: UInt8) {
        guard !word.isEmpty || byte == UInt8(ascii: "<") else { return }
        let end = Array("</\(element?.rawValue ?? "")".utf8)
        if word == end, byte.isWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
            element = nil
            enter(.inTag)
            readInTag(byte)
        } else if word.count < end.count, byte == end[word.count] {
            word.append(byte)
        } else {
            word = byte == UInt8(ascii: "<") ? [byte] : []
        }
    }
}

extension HTMLState {
    /// Why escaping would not make a text safe here.
    enum Danger: Hashable {
        case rawElement(String)
        case codeAttribute(String)
        case unquotedValue
        case insideTag
    }

    var danger: Danger? {
        switch mode {
        case .content, .comment: nil
        case .raw: .rawElement(element?.rawValue ?? "")
        case .quoted: codeAttribute.map(Danger.codeAttribute)
        case .beforeValue, .unquoted: .unquotedValue
        case .tagOpen, .tagName, .inTag, .attributeName, .afterName, .declaration: .insideTag
        }
    }

    /// Event handlers are programs, and `srcdoc` is a page (HTML Living Standard, 8.1.8 and 4.8.5).
    private var codeAttribute: String? {
        let name = String(decoding: word, as: UTF8.self)
        return name.hasPrefix("on") || name == "srcdoc" ? name : nil
    }

    /// The state without what later text does not depend on: a section must come back to the one it began in.
    var settled: HTMLState {
        var copy = self
        switch mode {
        case .content, .comment, .raw: copy.word = []
        case .quoted: copy.word = codeAttribute.map { Array($0.utf8) } ?? []
        case .beforeValue, .unquoted: copy.enter(.unquoted)
        case .tagOpen, .tagName, .inTag, .attributeName, .afterName, .declaration:
            copy.element = mode == .tagName ? Element.allCases.first { word.elementsEqual($0.rawValue.utf8) } : element
            copy.enter(.inTag)
        }
        return copy
    }

    /// For messages: "ends inside a tag".
    var words: String {
        switch mode {
        case .content: "between tags"
        case .comment: "inside a comment"
        case .raw: "inside <\(element?.rawValue ?? "")>"
        case .quoted, .beforeValue, .unquoted: "inside an attribute value"
        case .tagOpen, .tagName, .inTag, .attributeName, .afterName, .declaration: "inside a tag"
        }
    }
}
