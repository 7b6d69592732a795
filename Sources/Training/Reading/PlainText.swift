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
