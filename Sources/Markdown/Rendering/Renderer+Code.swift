import Diagnostics

// Fenced blocks: code, and components of the theme.
extension Renderer {
    mutating func writeCodeBlock(_ node: Node) {
        let info = String(decoding: node.fenceInfo, as: UTF8.self)
        if let length = node.fenceLength { checkFenceCloses(node, length: length) }
        out.freshLine()
        guard info.first == "{" else { return writeCode(node, language: info) }
        let location = fenceLocation(node, info)
        switch ComponentName.read(info) {
        case .name(let name):
            out.hole(.component(document.components.count))
            document.components.append(
                .init(
                    name: name, body: String(decoding: node.literal, as: UTF8.self), location: location,
                    bodyFirstLine: location.start.line + 1))
        case .fault(let message, let help):
            report(.badFence, message, at: location, help: help)
        }
    }

    private mutating func writeCode(_ node: Node, language info: String) {
        out.raw("<pre><code")
        if let language = info.split(whereSeparator: \.isWhitespace).first {
            out.raw(" class=\"language-")
            out.text(String(language))
            out.raw("\"")
        }
        out.raw(">")
        out.text(node.literal)
        out.raw("</code></pre>\n")
    }

    private mutating func fenceLocation(_ node: Node, _ info: String) -> Location {
        let line = source.trimmedLine(node.startLine)
        let brace = line.first { source.bytes[$0] == UInt8(ascii: "{") } ?? line.lowerBound
        return source.location(of: brace..<line.upperBound, onLine: node.startLine)
    }

    /// A fence that is never closed swallows the rest of the page, which CommonMark allows and no author wants.
    private mutating func checkFenceCloses(_ node: Node, length: Int) {
        let last = source.bytes[source.trimmedLine(node.endLine)]
        let marks = last.reversed().prefix { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }.count
        guard node.endLine == node.startLine || marks < length else { return }
        report(
            .badFence, "the block that starts here is never closed",
            at: source.location(ofLine: node.startLine),
            help: "end it with a line of \(length) \(length == 3 ? "backticks" : "fence marks")")
    }
}

/// The name in the braces of a component's fence.
enum ComponentName: Equatable {
    case name(String)
    case fault(String, help: String?)

    /// - Parameter info: what follows the fence's marks, from `{`.
    static func read(_ info: String) -> ComponentName {
        guard let close = info.firstIndex(of: "}") else {
            return .fault("the component's name lacks its closing brace: \"\(info)\"", help: "write \"\(info)}\"")
        }
        let name = String(info[info.index(after: info.startIndex)..<close])
        let rest = info[info.index(after: close)...]
        guard rest.isEmpty else {
            return .fault(
                "nothing may follow \"{\(name)}\" on its line, but \"\(rest.drop(while: \.isWhitespace))\" does",
                help: "settings of a component go on the lines below, as \"key: value\"")
        }
        guard !name.isEmpty, name.utf8.allSatisfy(isAllowed) else {
            let better = Slug.make(name)
            return .fault(
                "\"{\(name)}\" is not a component's name: names hold only a–z, 0–9 and hyphens",
                help: better.isEmpty || !better.utf8.allSatisfy(isAllowed) ? nil : "write \"{\(better)}\"")
        }
        return .name(name)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
