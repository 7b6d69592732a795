/// Text in which bytes mean what they seem to: what the row scanner needs to be sure of before it looks at lines.
enum PlainText {
    /// Every byte is a sign.
    case ascii
    case other

    /// `nil` unless the text is UTF-8 that libyaml takes too, with no tab, no byte-order mark, and no line break but LF
    /// and CR LF. YAML 1.1 (5.4) knows three more line breaks (NEL, LS, PS) that would move line numbers.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hasOther = false
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count, EightSigns(bytes, at: index).arePrintableOrNewline {
                index += 8
                continue
            }
            let end = min(index + 8, bytes.count)
            while index < end {
                switch bytes[index] {
                case 0x20...0x7E, newline: break
                case UInt8(ascii: "\r"): if index + 1 >= bytes.count || bytes[index + 1] != newline { return nil }
                case 0x80...: hasOther = true
                default: return nil
                }
                index += 1
            }
        }
        guard !hasOther || Self.isPrintable(bytes) else { return nil }
        self = hasOther ? .other : .ascii
    }

    /// `c-printable` of YAML 1.1 (5.1) without what is excluded above.
    private static func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A, 0x0D, 0x20...0x7E: true
            case 0x2028, 0x2029, 0xFEFF: false
            case 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
    }
}

let newline = UInt8(ascii: "\n")

/// Eight bytes of a text, looked at in a few steps: a sum in each byte overflows into its highest bit where something
/// is true of it. (Warren, "Hacker's Delight", 2nd edition, 6-1, "Find first 0-byte".)
struct EightSigns {
    private let bytes: UInt64

    private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// - Precondition: There are eight.
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// In the highest bit of each byte, whether it is a line feed.
    private var newlines: UInt64 {
        let differing = bytes ^ Self.each(0x0A)
        let low = differing & Self.each(0x7F)
        return ~((low &+ Self.each(0x7F)) | differing) & Self.each(0x80)
    }

    /// How many line feeds stand in a part of a text.
    static func newlines(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            count += EightSigns(text, at: index).newlines.nonzeroBitCount
            index += 8
        }
        return count + text[index..<range.upperBound].count { $0 == newline }
    }

    /// Whether all are ASCII, and either printable or line feeds.
    var arePrintableOrNewline: Bool {
        guard bytes & Self.each(0x80) == 0 else { return false }
        let isAtLeastSpace = bytes &+ Self.each(0x60)
        let isDelete = bytes &+ Self.each(0x01)
        return (isAtLeastSpace | newlines) & ~isDelete & Self.each(0x80) == Self.each(0x80)
    }
}
