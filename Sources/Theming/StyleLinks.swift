import Diagnostics
import Schemas

/// The addresses in style sheets: `url(fonts/plain.woff2)`. Styles are served from `assets/`, so that is where they lead.
struct StyleLinks {
    /// The files of `assets/` that the site sends, by their names below it.
    let assets: Set<String>

    /// Reports what leads nowhere, and what would fetch something from another site.
    func check(_ css: [UInt8], path: String, _ reading: inout Reading) {
        for link in Self.links(in: css) {
            let target = link.text.split(separator: "#", omittingEmptySubsequences: false)[0].split(separator: "?")
                .first
            guard let target = target.map(String.init), !link.text.hasPrefix("data:") else { continue }
            let name = target.hasPrefix("./") ? String(target.dropFirst(2)) : target
            guard !assets.contains(name) else { continue }
            let isElsewhere = name.contains("://") || name.hasPrefix("//")
            reading.report(
                .styleLink,
                isElsewhere
                    ? "the style sheet would fetch \"\(target)\" from another site"
                    : "the style sheet names \"\(target)\", and the theme has no such file",
                at: Location(path: path, start: link.position, length: link.text.unicodeScalars.count),
                help: isElsewhere
                    ? "put the file into assets/ and name it there"
                    : Spelling.suggestion(for: name, in: assets.sorted())
                        ?? "put it into assets/; names are written from there")
        }
    }

    private struct Link {
        let text: String
        let position: Position
    }

    /// What stands in `url(…)`, outside of comments (CSS Syntax Module Level 3, 4.3.2 and 4.3.6).
    private static func links(in css: [UInt8]) -> [Link] {
        var links: [Link] = []
        var (at, line, lineStart) = (0, 1, 0)
        while at < css.count {
            if css[at] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, at + 1) }
            if css[at...].starts(with: "/*".utf8) {
                while at < css.count, !css[at...].starts(with: "*/".utf8) {
                    if css[at] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, at + 1) }
                    at += 1
                }
            } else if css[at] == UInt8(ascii: "u"), css[at...].starts(with: "url(".utf8) {
                let start = css[(at + 4)...].firstIndex { !" \t\"'".utf8.contains($0) } ?? css.count
                let end = css[start...].firstIndex { ")\"'\n".utf8.contains($0) } ?? css.count
                let bytes = css[start..<end]
                let column = String(decoding: css[lineStart..<start], as: UTF8.self).unicodeScalars.count + 1
                let text = String(decoding: bytes.last == UInt8(ascii: " ") ? bytes.dropLast() : bytes, as: UTF8.self)
                if !text.isEmpty { links.append(Link(text: text, position: Position(line: line, column: column))) }
                at = max(at, end - 1)
            }
            at += 1
        }
        return links
    }
}
