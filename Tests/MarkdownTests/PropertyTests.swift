import Diagnostics
import Markdown
import TestSupport
import Testing

/// Documents made of everything that has a meaning in Markdown, thrown together.
struct RandomMarkdown {
    private var random: Seeded

    init(seed: UInt64) { random = Seeded(seed) }

    private static let pieces = [
        "a", "word ", " ", "\n", "\n\n", "*", "**", "_", "~", "~~", "`", "```\n", "```{c}\n", "[", "]", "](", ")",
        "(u)", "[x](y)",
        "![", "![a](b)", "<", ">", "<b>", "</b>", "<script>", "</script>", "<SCRIPT ", "<!--", "-->", "<details>\n",
        "</details>\n",
        "<!", "<?", "\n> ", "\n- ", "\n1. ", "\n- [ ] ", "\n# ", "\n## ", "\n| a | b | c |\n|-|-|-|\n", "| x ", "|",
        "[^1]", "\n[^1]: ",
        "\n> [!NOTE]\n> ", "\\", "&amp;", "&lt;script&gt;", "&", "\"", "'", "www.a.b ", "http://a.b/)", "a@b.cd",
        "\n    ", "\t",
        "javascript:", "é", "文", "\r\n", "\n---\n", "\n===\n", "[r]", "\n[r]: /u\n", "  \n",
    ]

    mutating func make() -> String {
        (0..<Int.random(in: 1...60, using: &random)).map { _ in
            RandomMarkdown.pieces.randomElement(using: &random) ?? ""
        }.joined()
    }
}

struct PropertyTests {
    @Test(arguments: [MarkdownParser.RawHTML.off, .filtered])
    func `whatever is written, the HTML is whole and carries no script`(rawHTML: MarkdownParser.RawHTML) {
        var random = RandomMarkdown(seed: 42)
        for _ in 0..<3_000 {
            let text = random.make()
            let document = parse(text, options: Options(rawHTML: rawHTML)).document
            let output = String(decoding: document.html, as: UTF8.self)
            #expect(unbalanced(output) == nil, "\(text.debugDescription)")
            #expect(!output.lowercased().contains("<script"), "\(text.debugDescription)")
            #expect(document.holes.map(\.offset) == document.holes.map(\.offset).sorted())
        }
    }

    @Test func `positions lie inside the text`() {
        var random = RandomMarkdown(seed: 99)
        for _ in 0..<2_000 {
            let text = random.make()
            let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            let (document, diagnostics) = parse(text, firstLine: 3)
            let places =
                document.links.map(\.location) + document.images.map(\.location) + diagnostics.compactMap(\.location)
            for place in places {
                let line = place.start.line - 3
                #expect(lines.indices.contains(line), "\(text.debugDescription)")
                guard lines.indices.contains(line) else { continue }
                #expect(place.start.column <= lines[line].unicodeScalars.count + 1, "\(text.debugDescription)")
            }
        }
    }

    /// The first tag that closes what is not open, or is never closed.
    private func unbalanced(_ html: String) -> String? {
        var open: [Substring] = []
        for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            if ["br", "hr", "input", "wbr"].contains(name) { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return String(name) }
            } else {
                open.append(name)
            }
        }
        return open.last.map(String.init)
    }
}
