import Diagnostics
import YAMLData

/// Changes some values of a YAML file and leaves every other byte as it is.
///
/// Whoever edits reads the result again and compares it with what it should say: the places come from a YAML reader,
/// and files can be written in more ways than are foreseen here.
struct YAMLEdit {
    private var lines: [[Unicode.Scalar]]
    private let lineEnd: [Unicode.Scalar]

    /// - Parameter bytes: UTF-8 that was read as YAML without a fault.
    init(_ bytes: [UInt8]) {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        lineEnd = lines.count > 1 && lines[0].last == "\r" ? ["\r"] : []
    }

    var bytes: [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines.joined(separator: ["\n"]))
        return Array(String(text).utf8)
    }

    /// Sets a bare or quoted word; it keeps its quotation marks.
    mutating func replace(_ node: YAMLNode, with word: String) {
        let line = node.location.start.line - 1
        let start = node.location.start.column - 1
        guard lines.indices.contains(line), start + node.location.length <= lines[line].count else { return }
        let mark = lines[line][start]
        let quoted =
            mark == "\"" || mark == "'" ? [mark] + Array(word.unicodeScalars) + [mark] : Array(word.unicodeScalars)
        lines[line].replaceSubrange(start..<start + node.location.length, with: quoted)
    }

    /// Adds a key behind another one of the same group, in the style of the group: between braces, or on a line of its
    /// own. Other places on the line of the other key do not stay what they were.
    mutating func add(key: String, _ value: String, behind entry: YAMLNode.Entry, in group: YAMLNode) {
        let line = entry.value.location.start.line - 1
        let brace = group.location.start
        guard lines.indices.contains(line) else { return }
        if lines[brace.line - 1].dropFirst(brace.column - 1).first == "{" {
            let end = min(entry.value.location.start.column - 1 + entry.value.location.length, lines[line].count)
            lines[line].insert(contentsOf: ", \(key): \(value)".unicodeScalars, at: end)
        } else {
            let margin = String(repeating: " ", count: entry.keyLocation.start.column - 1)
            insert(["\(margin)\(key): \(value)"], after: line)
        }
    }

    /// Adds groups to a list, in the style of the last one that is there.
    ///
    /// - Parameters:
    ///   - groups: Each as keys with values that are already written as YAML.
    ///   - list: The list, or `nil` where nothing stands behind its key.
    ///   - key: Where the list's key stands; `nil` for a list that is the whole file.
    mutating func append(_ groups: [[(key: String, value: String)]], to list: YAMLNode?, under key: Location?) {
        guard !groups.isEmpty else { return }
        guard case .sequence(let items)? = list?.value, let list else {
            let margin = key == nil ? "" : "  "
            return insert(groups.map { margin + Self.oneLine($0) }, after: key.map { $0.start.line - 1 } ?? lastLine)
        }
        guard let last = items.last else { return fill(list, groups, margin: key == nil ? "" : "  ") }
        let first = last.location.start.line - 1
        let margin = String(String.UnicodeScalarView(lines[first].prefix { $0 == " " }))
        let body = lines[first].drop { $0 == " " }
        guard body.first == "-" else { return extend(last, groups) }
        let isGroupOnOneLine = body.dropFirst().first { $0 != " " } == "{"
        let rows = groups.flatMap { group in
            isGroupOnOneLine ? [margin + Self.oneLine(group)] : Self.block(group).map { margin + $0 }
        }
        insert(rows, after: last.lastLine - 1)
    }

    /// Adds a key with a list below everything else.
    mutating func append(key: String, _ groups: [[(key: String, value: String)]]) {
        insert(["\(key):"] + groups.map { "  " + Self.oneLine($0) }, after: lastLine)
    }

    /// The last line that holds something, or -1.
    private var lastLine: Int { lines.lastIndex { $0 != [] && $0 != ["\r"] } ?? -1 }

    private mutating func insert(_ rows: [String], after line: Int) {
        let new = rows.map { Array($0.unicodeScalars) + lineEnd }
        if line + 1 >= lines.count {
            // The file does not end with a line end; now it does.
            if line >= 0 { lines[line] += lineEnd }
            lines += new + [[]]
        } else {
            lines.insert(contentsOf: new, at: line + 1)
        }
    }

    /// `[]` makes room for lines.
    private mutating func fill(_ list: YAMLNode, _ groups: [[(key: String, value: String)]], margin: String) {
        let line = list.location.start.line - 1
        let start = list.location.start.column - 1
        guard let end = lines[line][start...].firstIndex(of: "]") else { return }
        var kept = Array(lines[line][..<start]) + lines[line][(end + 1)...]
        while kept.last == " " { kept.removeLast() }
        if kept.isEmpty || kept == ["\r"] { lines.remove(at: line) } else { lines[line] = kept }
        insert(groups.map { margin + Self.oneLine($0) }, after: kept.isEmpty || kept == ["\r"] ? line - 1 : line)
    }

    /// A list between brackets gets longer behind the brace of its last group.
    private mutating func extend(_ last: YAMLNode, _ groups: [[(key: String, value: String)]]) {
        let end = last.end
        let line = end.line - 1
        guard let brace = lines[line][min(end.column - 1, lines[line].count)...].firstIndex(of: "}") else { return }
        let text = groups.map { ", " + Self.oneLine($0).dropFirst(2) }.joined()
        lines[line].insert(contentsOf: text.unicodeScalars, at: brace + 1)
    }

    private static func oneLine(_ group: [(key: String, value: String)]) -> String {
        "- { " + group.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
    }

    private static func block(_ group: [(key: String, value: String)]) -> [String] {
        group.enumerated().map { "\($0 == 0 ? "-" : " ") \($1.key): \($1.value)" }
    }
}

extension YAMLNode {
    fileprivate var lastLine: Int { end.line }

    /// Behind its last value.
    fileprivate var end: Position {
        switch value {
        case .scalar: Position(line: location.start.line, column: location.start.column + location.length)
        case .sequence(let items): items.last?.end ?? location.start
        case .mapping(let entries): entries.last?.value.end ?? location.start
        }
    }
}
