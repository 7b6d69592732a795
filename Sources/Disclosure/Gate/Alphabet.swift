/// Which bytes and characters count as the same letter when names are compared.
///
/// Letter case and accents are folded, so that `ZOË`, `Zoe` and `Zoë` are one name. Latin letters become `a` to `z`
/// (`ß` is `ss`, `æ` is `ae`, as in the *Unicode Collation* root order); letters of other scripts keep their accents and
/// lose their case. What nobody sees (soft hyphens, zero-width characters, directional marks) disappears.
struct Alphabet: Sendable {
    /// What a byte of plain ASCII is read as; 0 for a byte that needs a closer look.
    let simple: [UInt8]
    /// What kind of character a byte of a reading is; see ``Kind``.
    let kinds: [Kind]
    /// Latin letters from U+0080 to U+024F, then from U+1E00 to U+1EFF: up to two ASCII letters, the first in the low byte.
    private let latin: [UInt16]

    enum Kind: UInt8, Sendable {
        case separator, letter, digit, at
    }

    /// Stands where markup, or the fold of a calendar line, was taken out: perhaps in the middle of a word, perhaps
    /// between two. Both are tried.
    static let seam: UInt8 = 1

    init() {
        simple = (0...255).map { (byte: UInt8) in Self.readsPlainly(byte) ? Self.lowered(byte) : 0 }
        kinds = (0...255).map { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: .letter
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
            case UInt8(ascii: "@"): .at
            default: .separator
            }
        }
        latin = (Array(0x80..<0x250) + Array(0x1E00..<0x1F00)).map { Self.folded($0) }
    }

    /// The one or two letters or signs that stand for a Latin character, 0 for one that is not seen; `nil` for a
    /// character of which this table knows nothing.
    func latin(_ scalar: UInt32) -> UInt16? {
        switch scalar {
        case 0x80..<0x250: latin[Int(scalar) - 0x80]
        case 0x1E00..<0x1F00: latin[Int(scalar) - 0x1E00 + 0x1D0]
        default: nil
        }
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func readsPlainly(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x09, 0x0D, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "%"),
            UInt8(ascii: "\\"):
            false
        default: true
        }
    }

    /// By the character's name, `LATIN SMALL LETTER E WITH ACUTE`: the standard library has no decompositions to offer.
    private static func folded(_ value: UInt32) -> UInt16 {
        guard value != 0xAD else { return 0 }
        guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name else { return space }
        let words = name.split(separator: " ")
        guard words.first == "LATIN", let place = words.firstIndex(of: "LETTER") ?? words.firstIndex(of: "LIGATURE"),
            place + 1 < words.count
        else { return value == 0xB4 || value == 0xB7 ? UInt16(UInt8(ascii: "'")) : space }
        return packed(spelled(words[(place + 1)...].prefix { $0 != "WITH" }.joined(separator: " ")))
    }

    private static let space = UInt16(UInt8(ascii: " "))

    private static func spelled(_ letter: String) -> String {
        switch letter {
        case "SHARP S": "ss"
        case "THORN": "th"
        case "ETH": "d"
        case "ENG": "n"
        case "DOTLESS I": "i"
        case "LONG S": "s"
        case "SCHWA": "e"
        default: letter.utf8.count <= 2 ? letter.lowercased() : String(letter.lowercased().suffix(1))
        }
    }

    private static func packed(_ letters: String) -> UInt16 {
        letters.utf8.prefix(2).reversed().reduce(0) { $0 << 8 | UInt16($1) }
    }
}
