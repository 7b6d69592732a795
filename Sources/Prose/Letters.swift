extension UInt8 {
    /// A letter or digit of ASCII, or a byte of a letter beyond it. Bytes that start general punctuation (U+2000 to
    /// U+2FFF: dashes, curly quotation marks, bullets) are none.
    var isPartOfWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case 0xC3...0xFF: self != Self.punctuationLead
        default: false
        }
    }

    /// Whether it goes on with a character beyond ASCII.
    var isContinuation: Bool { self & 0xC0 == 0x80 }

    var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

    /// The first byte of the three of U+2000 to U+2FFF.
    static let punctuationLead: UInt8 = 0xE2
}

/// The curly quotation marks, of which each takes three bytes: E2 80 and one of these.
enum QuotationMark {
    static let openSingle: UInt8 = 0x98
    static let closeSingle: UInt8 = 0x99
    static let openDouble: UInt8 = 0x9C
    static let closeDouble: UInt8 = 0x9D

    /// The last byte of the mark that starts here, if it is one.
    static func at(_ index: Int, of text: [UInt8]) -> UInt8? {
        guard text[index] == UInt8.punctuationLead, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
        return (openSingle...closeDouble).contains(text[index + 2]) ? text[index + 2] : nil
    }
}
