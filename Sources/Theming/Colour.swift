/// An sRGB colour (IEC 61966-2-1) of eight bits a channel.
struct Colour: Sendable, Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8
}

extension Colour: CustomStringConvertible {
    /// Reads `#5b2a6e` or `#52e`, in either letter case. Names, transparency and functions such as `oklch()` are not
    /// read: their contrast could not be told, or only with the ground behind them.
    init?(hex text: String) {
        let digits = text.utf8.dropFirst().compactMap(Self.digit)
        guard text.utf8.first == UInt8(ascii: "#"), digits.count + 1 == text.utf8.count else { return nil }
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3], blue: digits[4] << 4 | digits[5])
        default: return nil
        }
    }

    /// How colours are written, for messages.
    static let notation = "write it as six hexadecimal digits in quotation marks: \"#5b2a6e\""

    var description: String {
        "#"
            + [red, green, blue].map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

extension Colour {
    /// Relative luminance, 0 for black to 1 for white: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    var luminance: Double {
        0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
    }

    /// Contrast ratio, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The light that each value of a channel stands for. Ascending.
    static let linear: [Double] = (0...255).map { value in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : power2_4((share + 0.055) / 1.055)
    }

    /// The power 2.4 = 2 + 2/5 for 0 < x ≤ 1, without a mathematics library. The fifth root of x² comes from Newton's
    /// method, which from 1 falls towards the root and has settled long before the last round.
    private static func power2_4(_ x: Double) -> Double {
        let square = x * x
        let root = (0..<40).reduce(1.0) { root, _ in (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
