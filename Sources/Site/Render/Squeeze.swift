/// Takes out of style sheets and scripts what only their authors need, so that a page's first view fits into the first
/// 14 kB that a server sends (ten segments: RFC 6928).
///
/// It knows no grammar and changes no meaning: comments, indentation and blank lines go, and nothing else.
enum Squeeze {
    /// A style sheet without comments and without white space around its signs.
    static func css(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "*") {
                at = endOfComment(bytes, at + 2)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let end = endOfString(bytes, at)
                out += bytes[at..<end]
                at = end
            } else if byte.isSpace {
                at = bytes[at...].firstIndex { !$0.isSpace } ?? bytes.count
                let next = at < bytes.count ? bytes[at] : UInt8(ascii: "}")
                if let last = out.last, !last.endsWord, !next.startsSign { out.append(UInt8(ascii: " ")) }
            } else {
                if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
                out.append(byte)
                at += 1
            }
        }
        return out
    }

    /// A script without lines that are comments, and without indentation. A comment behind code stays: whether `//`
    /// starts one there takes a parser to tell.
    static func script(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var isInComment = false
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = line.drop { $0.isSpace }
            if isInComment || text.starts(with: "/*".utf8) {
                isInComment = !text.ends(with: "*/")
            } else if !text.isEmpty, !text.starts(with: "//".utf8) {
                out += text
                out.append(UInt8(ascii: "\n"))
            }
        }
        return out
    }

    private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") { return at + 2 }
            at += 1
        }
        return bytes.count
    }

    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != bytes[start] { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at + 1, bytes.count)
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// Signs after which white space in a style sheet means nothing. Not `)`: `a:not(b) c` needs its space.
    fileprivate var endsWord: Bool { "{};,>".utf8.contains(self) || self == UInt8(ascii: ":") }

    /// Signs before which it means nothing. Not `:` and `(`: `a :hover` and `and (` need theirs.
    fileprivate var startsSign: Bool { "{};,>!".utf8.contains(self) }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with text: String) -> Bool {
        var trimmed = self
        while trimmed.last?.isSpace == true { trimmed.removeLast() }
        return trimmed.suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
