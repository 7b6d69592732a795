/// Text in which bytes mean what they seem to: what the row scanner needs to be sure of before it looks at lines.
enum PlainText {
    /// Whether the text is UTF-8 that libyaml takes too, with no tab, no byte-order mark, and no line break but LF and
    /// CR LF. YAML 1.1 (5.4) knows three more line breaks (NEL, LS, PS) that would move line numbers.
    static func holdsOnly(_ bytes: ArraySlice<UInt8>) -> Bool {
        var hasOther = false
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case 0x20...0x7E, newline: break
            case carriageReturn: if index + 1 >= bytes.endIndex || bytes[index + 1] != newline { return false }
            case 0x80...: hasOther = true
            default: return false
            }
        }
        return !hasOther || isPrintable(bytes)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// `c-printable` of YAML 1.1 (5.1) without what is excluded above.
    private static func isPrintable(_ bytes: ArraySlice<UInt8>) -> Bool {
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
