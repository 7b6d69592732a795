import Diagnostics

// Quotations, and the alerts that GitHub makes of those that start with `[!NOTE]`.
extension Renderer {
    mutating func openBlockQuote(_ node: Node) {
        out.freshLine()
        guard let kind = takeAlertMarker(of: node) else {
            quotations += 1
            return out.raw("<blockquote>\n")
        }
        alerts.append(node)
        out.raw("<div class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n<p class=\"alert-title\">")
        out.text(kind.title(in: options.wording))
        out.raw("</p>\n")
    }

    mutating func closeBlockQuote(_ node: Node) {
        out.freshLine()
        guard alerts.last == node else {
            quotations -= 1
            return out.raw("</blockquote>\n")
        }
        alerts.removeLast()
        out.raw("</div>\n")
    }

    /// Reads the kind from the quotation's first line and takes that line out of the tree.
    private mutating func takeAlertMarker(of quote: Node) -> Alert? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph else { return nil }
        var line: [Node] = []
        var next = paragraph.firstChild
        while let node = next, node.kind == .text {
            line.append(node)
            next = node.next
        }
        guard next == nil || next?.kind == .softBreak || next?.kind == .lineBreak else { return nil }
        let marker = String(decoding: line.flatMap { Array($0.literal) }, as: UTF8.self)
        guard marker.hasPrefix("[!"), marker.hasSuffix("]") else { return nil }
        let word = String(marker.dropFirst(2).dropLast())
        guard let kind = Alert(rawValue: word.lowercased()) else {
            reportUnknownAlert(word, onLine: paragraph.startLine)
            return nil
        }
        line.forEach { $0.unlink() }
        next?.unlink()
        if paragraph.firstChild == nil { silenced = paragraph } else { alertLines = 1 }
        return kind
    }

    private mutating func reportUnknownAlert(_ word: String, onLine line: Int) {
        let known = Alert.allCases.map { $0.rawValue.uppercased() }
        let range = source.trimmedLine(line)
        let start = range.first { source.bytes[$0] == UInt8(ascii: "[") } ?? range.lowerBound
        report(
            .unknownAlert, "unknown alert \"\(word)\"",
            at: source.location(of: start..<range.upperBound, onLine: line),
            label: "expected one of: \(known.joined(separator: ", "))",
            help: Spelling.suggestion(for: word, in: known))
    }
}

/// The five kinds that GitHub knows:
/// <https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts>
enum Alert: String, CaseIterable {
    case note, tip, important, warning, caution

    func title(in wording: MarkdownParser.Wording) -> String {
        switch self {
        case .note: wording.note
        case .tip: wording.tip
        case .important: wording.important
        case .warning: wording.warning
        case .caution: wording.caution
        }
    }
}
