import Diagnostics
import YAMLData

/// Changes whole entries and single values of a file, and leaves every other byte as it is.
///
/// Places come from the YAML reader, but where an entry ends is only known for the ways of writing that people use.
/// So whoever edits reads the result again and compares it with what it should say.
struct RecordLines {
    /// Each with its line end, but for the last one.
    private var lines: [[Unicode.Scalar]]

    init(_ bytes: [UInt8]) {
        lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// Without the lines that were emptied.
    var bytes: [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines.filter { $0 != Self.removed }.joined(separator: ["\n"]))
        return Array(String(text).utf8)
    }

    /// No line of text: it holds the character that ends lines.
    private static let removed: [Unicode.Scalar] = ["\n"]

    /// Replaces an entry of a list, with its comments at the end of lines, by others on a line each.
    mutating func replace(_ entry: YAMLNode, with rows: [String]) {
        let first = entry.location.start.line - 1
        let margin = lines[first].prefix { $0 == " " }
        let end: [Unicode.Scalar] = lines[first].last == "\r" ? ["\r"] : []
        let new = rows.map { margin + Array("- \($0)".unicodeScalars) + end }
        for line in first...max(first, entry.lastLine - 1) { lines[line] = Self.removed }
        if !new.isEmpty { lines[first] = Array(new.joined(separator: ["\n"])) }
    }

    /// Replaces a bare or quoted value.
    mutating func replace(value: YAMLNode, with word: String) {
        let line = value.location.start.line - 1
        let start = value.location.start.column - 1
        guard start + value.location.length <= lines[line].count else { return }
        lines[line].replaceSubrange(start..<start + value.location.length, with: Array(word.unicodeScalars))
    }
}

extension YAMLNode {
    /// The line on which the last thing in it starts.
    fileprivate var lastLine: Int {
        switch value {
        case .scalar: location.start.line
        case .sequence(let items): items.map(\.lastLine).max() ?? location.start.line
        case .mapping(let entries): entries.map(\.value.lastLine).max() ?? location.start.line
        }
    }

    subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = value else { return nil }
        return entries.first { $0.key == key }?.value
    }

    var items: [YAMLNode] { if case .sequence(let items) = value { items } else { [] } }

    var text: String? { if case .scalar(let text, _) = value { text } else { nil } }
}
