extension YAMLNode {
    /// The value as YAML, one entry a line, as people write it. Reading it again gives the same value.
    public var text: String {
        lines.joined(separator: "\n") + "\n"
    }

    /// The lines of a value that stands on lines of its own.
    private var lines: [String] {
        switch value {
        case .scalar(let text, let style): Self.scalar(text, style)
        case .sequence(let items) where items.isEmpty: ["[]"]
        case .sequence(let items): items.flatMap { Self.marked($0.lines) }
        case .mapping(let entries) where entries.isEmpty: ["{}"]
        case .mapping(let entries): entries.flatMap(Self.lines)
        }
    }

    /// A hyphen before the first line, and the others below what stands behind it.
    private static func marked(_ lines: [String]) -> [String] {
        lines.enumerated().map { $0 == 0 ? "- \($1)" : indented($1) }
    }

    private static func lines(of entry: Entry) -> [String] {
        let key = scalar(entry.key, isPlain(entry.key) ? .plain : .quoted)[0]
        let value = entry.value.lines
        switch entry.value.value {
        case .sequence(let items) where !items.isEmpty: return ["\(key):"] + value.map(indented)
        case .mapping(let entries) where !entries.isEmpty: return ["\(key):"] + value.map(indented)
        default: return ["\(key): \(value[0])"] + value.dropFirst().map(indented)
        }
    }

    private static func scalar(_ text: String, _ style: ScalarStyle) -> [String] {
        switch style {
        case .plain where !text.contains(where: \.isNewline): [text]
        case .block where isBlock(text):
            ["|"]
                + text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
        default: ["\"\(text.unicodeScalars.map(escaped).joined())\""]
        }
    }

    /// Whether the text can stand behind `|`: it ends with one line end, and its first line is neither empty nor
    /// indented, which would say how deep the block is.
    private static func isBlock(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines.last == "", lines[lines.count - 2] != "" else { return false }
        return lines[0].first.map { $0 != " " && $0 != "\t" } ?? false
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            } && !key.hasPrefix("-")
    }

    /// Escapes of double-quoted text: YAML 1.1, section 5.6.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", ..<" ", "\u{7F}"..."\u{9F}":
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: return String(scalar)
        }
    }

    private static func indented(_ line: String) -> String { line.isEmpty ? "" : "  " + line }
}
