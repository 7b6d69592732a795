extension JSONValue {
    /// The document as RFC 8259 text.
    ///
    /// `<`, `>` and `&` are written as `\u003C`-like escapes, and so are U+2028 and U+2029: the text can stand inside
    /// an HTML `<script>` element and be read by any JavaScript engine, whatever it holds.
    ///
    /// - Parameter indented: Two spaces a level and a final line feed, for files that people open.
    public func text(indented: Bool = false) -> String {
        String(decoding: bytes(indented: indented), as: UTF8.self)
    }

    /// The same as UTF-8.
    public func bytes(indented: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        write(to: &out, indent: indented ? 0 : nil)
        if indented { out.append(UInt8(ascii: "\n")) }
        return out
    }

    private func write(to out: inout [UInt8], indent: Int?) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let flag): out += (flag ? "true" : "false").utf8
        case .integer(let number): out += String(number).utf8
        case .number(let number): out += (number.isFinite ? "\(number)" : "null").utf8
        case .string(let text): Self.write(quoted: text, to: &out)
        case .array(let items):
            Self.write(items, between: ("[", "]"), to: &out, indent: indent) { item, out, indent in
                item.write(to: &out, indent: indent)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &out, indent: indent) { member, out, indent in
                Self.write(quoted: member.key, to: &out)
                out += (indent == nil ? ":" : ": ").utf8
                member.value.write(to: &out, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to out: inout [UInt8], indent: Int?,
        _ writeItem: (Item, inout [UInt8], Int?) -> Void
    ) {
        out += brackets.0.utf8
        let inner = indent.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            newLine(&out, inner)
            writeItem(item, &out, inner)
        }
        if !items.isEmpty { newLine(&out, indent) }
        out += brackets.1.utf8
    }

    private static func newLine(_ out: inout [UInt8], _ indent: Int?) {
        guard let indent else { return }
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
    }
}

extension JSONValue {
    private static func write(quoted text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { write(escaped: $0, to: &out) }
        out.append(UInt8(ascii: "\""))
    }

    /// Copies whole runs of what needs no escape.
    private static func write(escaped text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var done = 0
        for (at, byte) in text.enumerated() {
            guard let escape = escape(byte, at, text) else { continue }
            out += text[done..<at]
            out += escape.utf8
            // The separators U+2028 and U+2029 are three bytes long.
            done = at + (byte == 0xE2 ? 3 : 1)
        }
        out += text[done...]
    }

    private static func escape(_ byte: UInt8, _ at: Int, _ text: UnsafeBufferPointer<UInt8>) -> String? {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\t"): "\\t"
        case UInt8(ascii: "<"): "\\u003C"
        case UInt8(ascii: ">"): "\\u003E"
        case UInt8(ascii: "&"): "\\u0026"
        case 0x00...0x1F, 0x7F: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (text[at + 2] & 0xFE) == 0xA8:
            text[at + 2] == 0xA8 ? "\\u2028" : "\\u2029"
        default: nil
        }
    }
}
