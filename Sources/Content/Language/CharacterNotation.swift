import Markdown

/// A way to write a character by its number or its name, so that readers see what does not stand in the file.
enum CharacterNotation {
    /// `&#8238;`, `&#x202E;` and `&acy;`.
    case markdown
    /// `\x7F`, `\u202E` and `\U0000202E`, inside double quotation marks.
    case yaml

    private var mark: UInt8 { self == .markdown ? UInt8(ascii: "&") : UInt8(ascii: "\\") }

    /// Whether such a character may stand anywhere: the mark alone is common, with what follows it is not.
    func mayOccur(in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            for place in text.indices.dropLast(2) where text[place] == mark {
                switch (self, text[place + 1]) {
                case (.yaml, UInt8(ascii: "x")), (.yaml, UInt8(ascii: "u")), (.yaml, UInt8(ascii: "U")): return true
                case (.markdown, UInt8(ascii: "#")): return true
                case (.markdown, _):
                    let inside = text[(place + 1)...].prefix(Self.longest)
                    if let end = inside.firstIndex(of: UInt8(ascii: ";")),
                        Self.named[String(decoding: inside[..<end], as: UTF8.self)] != nil
                    {
                        return true
                    }
                default: continue
                }
            }
            return false
        }
    }

    /// The character that is written at the start of a text, and by how many characters.
    func character(at text: Substring.UnicodeScalarView) -> (character: Unicode.Scalar, length: Int)? {
        self == .markdown ? referred(to: text) : escaped(text)
    }

    /// YAML 1.2.2, section 5.7.
    private func escaped(_ text: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
        guard text.first == "\\", let kind = text.dropFirst().first else { return nil }
        let digits = kind == "x" ? 2 : kind == "u" ? 4 : kind == "U" ? 8 : 0
        let number = text.dropFirst(2).prefix(digits)
        guard digits > 0, number.count == digits else { return nil }
        return Self.number(number, radix: 16).map { ($0, digits + 2) }
    }

    /// CommonMark 0.29, section 6.2.
    private func referred(to text: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
        guard text.first == "&" else { return nil }
        let rest = text.dropFirst().prefix(Self.longest)
        guard let end = rest.firstIndex(of: ";") else { return nil }
        let inside = rest[..<end]
        let length = inside.count + 2
        guard inside.first == "#" else { return Self.named[String(inside)].map { ($0, length) } }
        let isHexadecimal = inside.dropFirst().first == "x" || inside.dropFirst().first == "X"
        return Self.number(inside.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10).map { ($0, length) }
    }

    private static func number(_ digits: Substring.UnicodeScalarView, radix: Int) -> Unicode.Scalar? {
        guard digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
        return UInt32(String(digits), radix: radix).flatMap(Unicode.Scalar.init)
    }

    /// Of what stands between `&` and `;`, with the semicolon: cmark reads seven digits, and `omicron` is no shorter.
    private static let longest = 10

    /// The Cyrillic and Greek letters with a name that look like Latin ones. Sources: the HTML standard, "Named
    /// character references", and the confusables of Unicode Technical Standard #39.
    private static let named: [String: Unicode.Scalar] = [
        "acy": "\u{430}", "Acy": "\u{410}", "Vcy": "\u{412}", "iecy": "\u{435}", "IEcy": "\u{415}", "Kcy": "\u{41A}",
        "Mcy": "\u{41C}", "Ncy": "\u{41D}", "ocy": "\u{43E}", "Ocy": "\u{41E}", "rcy": "\u{440}", "Rcy": "\u{420}",
        "scy": "\u{441}", "Scy": "\u{421}", "Tcy": "\u{422}", "ucy": "\u{443}", "khcy": "\u{445}", "KHcy": "\u{425}",
        "iukcy": "\u{456}", "Iukcy": "\u{406}", "jsercy": "\u{458}", "Jsercy": "\u{408}", "dscy": "\u{455}",
        "DScy": "\u{405}", "alpha": "\u{3B1}", "Alpha": "\u{391}", "Beta": "\u{392}", "Epsilon": "\u{395}",
        "Zeta": "\u{396}", "Eta": "\u{397}", "iota": "\u{3B9}", "Iota": "\u{399}", "Kappa": "\u{39A}", "Mu": "\u{39C}",
        "nu": "\u{3BD}", "Nu": "\u{39D}", "omicron": "\u{3BF}", "Omicron": "\u{39F}", "rho": "\u{3C1}",
        "Rho": "\u{3A1}",
        "Tau": "\u{3A4}", "upsilon": "\u{3C5}", "Upsilon": "\u{3A5}", "Chi": "\u{3A7}",
    ]
}

extension MarkdownDocument {
    /// Every character of the text, of addresses and of what stands for pictures. A reference in code is shown as it is
    /// written, and its character is not among them.
    var shownCharacters: Set<Unicode.Scalar> {
        var shown = Set(String(decoding: html, as: UTF8.self).unicodeScalars)
        for link in links { shown.formUnion((link.destination + (link.title ?? "")).unicodeScalars) }
        for image in images { shown.formUnion((image.source + image.alt + (image.title ?? "")).unicodeScalars) }
        return shown
    }

    /// Whether references stand in HTML of the page's own, where they stay as they are written; the others were made
    /// for what means something in HTML.
    var keepsReferences: Bool {
        html.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst().contains { rest in
            !["amp;", "lt;", "gt;", "quot;"].contains { rest.starts(with: $0.utf8) }
        }
    }
}
