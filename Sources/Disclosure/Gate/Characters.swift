/// What an HTML character reference stands for (HTML Living Standard, 13.5).
enum CharacterReference {
    enum Meaning {
        case scalar(UInt32)
        /// One or two letters or signs.
        case letters(UInt8, UInt8)
    }

    /// No name that matters here is longer.
    private static let longest = 16

    /// Reads a reference whose `&` stands before `start`; `nil` where none does.
    static func read(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> (Meaning, end: Int)? {
        guard start < input.count else { return nil }
        if input[start] == UInt8(ascii: "#") { return number(input, from: start + 1) }
        let limit = min(start + longest, input.count)
        guard let end = input[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start,
            input[start..<end].allSatisfy({ Alphabet.lowered($0).isLetterOrDigit })
        else { return nil }
        return (meaning(String(decoding: input[start..<end], as: UTF8.self).lowercased()), end + 1)
    }

    private static func number(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> (Meaning, end: Int)? {
        guard start < input.count else { return nil }
        let isHex = Alphabet.lowered(input[start]) == UInt8(ascii: "x")
        var (at, value) = (isHex ? start + 1 : start, UInt32(0))
        let first = at
        while at < input.count, let digit = input[at].hexValue, isHex || digit < 10, value < 0x11_0000 {
            value = value * (isHex ? 16 : 10) + UInt32(digit)
            at += 1
        }
        guard at > first else { return nil }
        if at < input.count, input[at] == UInt8(ascii: ";") { at += 1 }
        return (.scalar(value), at)
    }

    /// Names of accented letters start with the letter. Other names are a space: what they stand for is no part of a
    /// word.
    private static func meaning(_ name: String) -> Meaning {
        if let known = known[name] { return known }
        guard name.utf8.count > 1, let letter = name.utf8.first, letter.isLetterOrDigit,
            accents.contains(String(name.dropFirst()))
        else { return .letters(UInt8(ascii: " "), 0) }
        return .letters(letter, 0)
    }

    private static let accents: Set<String> = [
        "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron", "breve", "macr", "ogon", "dot",
        "strok", "dblac", "nodot", "midot", "math",
    ]

    private static let known: [String: Meaning] = [
        "lt": .scalar(0x3C), "gt": .scalar(0x3E), "amp": .letters(UInt8(ascii: "&"), 0), "shy": .scalar(0xAD),
        "zwj": .scalar(0x200D), "zwnj": .scalar(0x200C), "zerowidthspace": .scalar(0x200B), "lrm": .scalar(0x200E),
        "rlm": .scalar(0x200F), "nobreak": .scalar(0x2060), "commat": .letters(UInt8(ascii: "@"), 0),
        "period": .letters(UInt8(ascii: "."), 0), "hyphen": .letters(UInt8(ascii: "-"), 0),
        "dash": .letters(UInt8(ascii: "-"), 0), "lowbar": .letters(UInt8(ascii: "_"), 0),
        "plus": .letters(UInt8(ascii: "+"), 0), "percnt": .letters(UInt8(ascii: "%"), 0),
        "apos": .letters(UInt8(ascii: "'"), 0), "rsquo": .letters(UInt8(ascii: "'"), 0),
        "aelig": .letters(UInt8(ascii: "a"), UInt8(ascii: "e")),
        "oelig": .letters(UInt8(ascii: "o"), UInt8(ascii: "e")),
        "szlig": .letters(UInt8(ascii: "s"), UInt8(ascii: "s")),
        "thorn": .letters(UInt8(ascii: "t"), UInt8(ascii: "h")),
        "ijlig": .letters(UInt8(ascii: "i"), UInt8(ascii: "j")), "eth": .letters(UInt8(ascii: "d"), 0),
        "imath": .letters(UInt8(ascii: "i"), 0), "eng": .letters(UInt8(ascii: "n"), 0),
    ]
}

/// One character of UTF-8.
enum UTF8Scalar {
    /// The character at a place and its length in bytes. A byte that starts no well-formed sequence is read as Latin-1.
    static func read(_ input: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, length: Int) {
        let first = input[start]
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        guard length > 1, start + length <= input.count else { return (UInt32(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in input[start + 1..<start + length] {
            guard byte & 0xC0 == 0x80 else { return (UInt32(first), 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, length)
    }
}

/// A character that is neither ASCII nor in the table of Latin letters.
enum OtherCharacter {
    /// Changes nothing that a reader sees as a letter.
    case unseen
    case sign(UInt8)
    case letters(String)

    init(_ value: UInt32) {
        switch value {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x115F...0x1160,
            0x17B4...0x17B5, 0x180B...0x180F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE0000...0xE0FFF:
            self = .unseen
        case 0x2010...0x2015, 0x2212: self = .sign(UInt8(ascii: "-"))
        case 0x2018...0x201B, 0x2BC: self = .sign(UInt8(ascii: "'"))
        case 0x2000...0x206F: self = .sign(UInt8(ascii: " "))
        case 0xFF01...0xFF5E: self = .sign(Alphabet.lowered(UInt8(value - 0xFEE0)))
        default: self = value < Self.usual.count ? Self.usual[Int(value)] : Self.other(value)
        }
    }

    /// The alphabets from Greek to Gurmukhi and on to Myanmar: to ask the tables of Unicode for each letter of a text
    /// takes longer than to look for names in it.
    private static let usual: [OtherCharacter] = (0..<0x1000).map(other)

    private static func other(_ value: UInt32) -> OtherCharacter {
        if let ligature = ligatures[value] { return .letters(ligature) }
        // Bold, italic and round letters, with which people dress up plain text: A to Z and a to z, row after row.
        if (0x1D400...0x1D6A3).contains(value) { return .sign(UInt8(ascii: "a") + UInt8((value - 0x1D400) % 26)) }
        if (0x24B6...0x24E9).contains(value) { return .sign(UInt8(ascii: "a") + UInt8((value - 0x24B6) % 26)) }
        guard let scalar = Unicode.Scalar(value) else { return .unseen }  // half of a surrogate pair
        if scalar.properties.isDefaultIgnorableCodePoint { return .unseen }
        switch scalar.properties.generalCategory {
        case .decimalNumber:
            // Arabic, Bengali and Gurmukhi digits are digits: a telephone number may be written with them.
            return .sign(UInt8(ascii: "0") + UInt8(scalar.properties.numericValue.map { min(max($0, 0), 9) } ?? 0))
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .letterNumber:
            return .letters(scalar.properties.lowercaseMapping)
        default: return .sign(UInt8(ascii: " "))
        }
    }

    private static let ligatures: [UInt32: String] = [
        0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
        0x212A: "k", 0x212B: "a",
    ]
}
