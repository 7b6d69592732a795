/// How the characters of a text file are stored.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
    case utf8, utf16LittleEndian, utf16BigEndian
    /// What Excel on Windows writes as "CSV", and what is left where nothing else fits: any bytes can be read as it.
    case windows1252

    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16, little-endian"
        case .utf16BigEndian: "UTF-16, big-endian"
        case .windows1252: "Windows-1252"
        }
    }
}

/// A text file's characters, as UTF-8 without a byte-order mark.
struct DecodedText: Sendable, Hashable {
    let bytes: [UInt8]
    let encoding: TextEncoding

    init(_ file: [UInt8]) {
        (encoding, bytes) = Self.decode(file)
    }

    /// A byte-order mark decides (Unicode 15, 23.8). Without one, UTF-16 of mostly Latin text shows by its zeros, which
    /// no UTF-8 text holds; and text that is not UTF-8 is Windows-1252.
    private static func decode(_ file: [UInt8]) -> (TextEncoding, [UInt8]) {
        if file.starts(with: [0xEF, 0xBB, 0xBF]) { return unmarked(Array(file.dropFirst(3))) }
        if file.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, utf16(file.dropFirst(2), lowFirst: true)) }
        if file.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, utf16(file.dropFirst(2), lowFirst: false)) }
        let head = file.prefix(1024)
        let zeros = zeroes(in: head)
        let many = max(2, head.count / 8)
        if zeros.odd > zeros.even * 4, zeros.odd > many {
            return (.utf16LittleEndian, utf16(file[...], lowFirst: true))
        }
        if zeros.even > zeros.odd * 4, zeros.even > many { return (.utf16BigEndian, utf16(file[...], lowFirst: false)) }
        return unmarked(file)
    }

    private static func unmarked(_ bytes: [UInt8]) -> (TextEncoding, [UInt8]) {
        if String(validating: bytes, as: UTF8.self) != nil { return (.utf8, bytes) }
        var text = ""
        text.unicodeScalars.append(contentsOf: bytes.lazy.map(windows1252))
        return (.windows1252, Array(text.utf8))
    }

    /// How many zeros stand at even and at odd places.
    private static func zeroes(in bytes: ArraySlice<UInt8>) -> (even: Int, odd: Int) {
        var found = (even: 0, odd: 0)
        for (index, byte) in bytes.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { found.even += 1 } else { found.odd += 1 }
        }
        return found
    }

    /// Half a pair, and a byte left over at the end, become U+FFFD.
    private static func utf16(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(lowFirst ? a | b << 8 : a << 8 | b)
            index += 2
        }
        if index < bytes.endIndex { units.append(0xFFFD) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The index of windows-1252 in the WHATWG Encoding Standard. It differs from Latin-1 in 0x80 to 0x9F only; five
    /// of these bytes stand for nothing.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return high[Int(byte - 0x80)]
    }

    private static let high: [Unicode.Scalar] = [
        "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
        "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
    ]
}
