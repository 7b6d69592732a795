extension JSONValue {
    /// The document as RFC 8259 text.
    ///
    /// `<`, `>` and `&` are written as `\u003C`-like escapes, and so are U+2028 and U+2029: the text can stand inside
    /// an HTML `<script>` element and be read by any JavaScript engine, whatever it holds.
    ///
    /// - Parameter indented: Two spaces a level and a final line feed, for files that people open.
    public func text(indented: Bool = false) -> String {
        var out = ""
        write(to: &out, indent: indented ? 0 : nil)
        if indented { out += "\n" }
        return out
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .integer(let number): out += String(number)
        case .number(let number): out += number.isFinite ? "\(number)" : "null"
        case .string(let text): Self.write(quoted: text, to: &out)
        case .array(let items):
            Self.write(items, between: ("[", "]"), to: &out, indent: indent) { item, out, indent in
                item.write(to: &out, indent: indent)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &out, indent: indent) { member, out, indent in
                Self.write(quoted: member.key, to: &out)
                out += indent == nil ? ":" : ": "
                member.value.write(to: &out, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to out: inout String, indent: Int?,
        _ writeItem: (Item, inout String, Int?) -> Void
    ) {
        out += brackets.0
        let inner = indent.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { out += "," }
            newLine(&out, inner)
            writeItem(item, &out, inner)
        }
        if !items.isEmpty { newLine(&out, indent) }
        out += brackets.1
    }

    private static func newLine(_ out: inout String, _ indent: Int?) {
        guard let indent else { return }
        out += "\n" + String(repeating: "  ", count: indent)
    }

    private static func write(quoted text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}": out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
