/// What a file carries that its bytes do not show as they stand.
enum HiddenContents {
    /// The contents of `data:` addresses in base64 (RFC 2397), with the place where each address stands.
    static func embedded(in bytes: UnsafeBufferPointer<UInt8>) -> [(at: Int, bytes: [UInt8])] {
        let mark = Array("base64".utf8)
        var (found, at) = ([(at: Int, bytes: [UInt8])](), 0)
        while at + mark.count < bytes.count {
            guard bytes[at] == UInt8(ascii: ";") || bytes[at] == UInt8(ascii: "B"), let start = start(bytes, at, mark)
            else {
                at += 1
                continue
            }
            let (contents, end) = decoded(bytes, from: start)
            if !contents.isEmpty { found.append((at, contents)) }
            at = max(end, at + 1)
        }
        return found
    }

    /// Behind `;base64,`; the semicolon and the comma may be percent-encoded.
    private static func start(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ mark: [UInt8]) -> Int? {
        guard at + mark.count + 2 <= bytes.count else { return nil }
        let name = bytes[at + 1..<at + 1 + mark.count]
        guard name.elementsEqual(mark, by: { Alphabet.lowered($0) == $1 }) else { return nil }
        var start = at + 1 + mark.count
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
        guard start < bytes.count else { return nil }
        let comma = bytes[start..<bytes.count].prefix(3).map(Alphabet.lowered)
        return comma == Array("%2c".utf8) ? start + 3 : (comma[0] == UInt8(ascii: ",") ? start + 1 : nil)
    }

    /// Base64 in either alphabet (RFC 4648, 4 and 5), with line ends and percent-encoding in it.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (bytes: [UInt8], end: Int) {
        var (out, at, held, bits) = ([UInt8](), start, UInt32(0), UInt32(0))
        while at < bytes.count {
            var (byte, length) = (bytes[at], 1)
            if byte == UInt8(ascii: "%"), at + 2 < bytes.count, let high = bytes[at + 1].hexValue,
                let low = bytes[at + 2].hexValue
            {
                (byte, length) = (high << 4 | low, 3)
            }
            if let value = value(byte) {
                held = held << 6 | value
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    out.append(UInt8(truncatingIfNeeded: held >> bits))
                }
            } else if byte != 0x0A, byte != 0x0D, byte != 0x20, byte != 0x09 {
                break
            }
            at += length
        }
        return (out, at)
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// The same bytes read as UTF-16, in both byte orders and from both alignments, as UTF-8.
    ///
    /// Bytes of zero are no part of UTF-8 text, so only a file that holds some is read in this way. Characters from U+2000
    /// on are read as spaces: most of them are pairs of other bytes, and would stick to a name as if they were letters.
    static func utf16(in bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        [(0, 0), (0, 1), (1, 0), (1, 1)].map { start, high in
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count * 3 / 2)
            for at in stride(from: start, to: bytes.count - 1, by: 2) {
                let unit = UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high])
                append(unit == 0 || unit >= 0x2000 ? 0x20 : unit, to: &text)
            }
            return text
        }
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: text.append(UInt8(scalar))
        case 0x80..<0x800: text += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
        default: text += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
        }
    }

    /// Why nobody can say what is in a file without unpacking it; `nil` where its text is in plain sight.
    static func seal(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        func starts(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
        if starts([0x50, 0x4B, 0x03, 0x04]) { return "a ZIP archive, which is also what Word and Excel files are" }
        if starts([0x1F, 0x8B]) { return "compressed (gzip)" }
        if starts(Array("%PDF".utf8)) { return "a PDF, whose text is compressed" }
        if starts([0xD0, 0xCF, 0x11, 0xE0]) { return "an old Word or Excel file" }
        if starts([0x89, 0x50, 0x4E, 0x47]) {
            return hasCompressedText(bytes) ? "a PNG with compressed text in it" : nil
        }
        return nil
    }

    /// `zTXt`, or `iTXt` whose text is compressed (W3C PNG, 11.3.3).
    private static func hasCompressedText(_ png: UnsafeBufferPointer<UInt8>) -> Bool {
        PictureParts.png(png).contains { part in
            let name = png[part.lowerBound - 4..<part.lowerBound]
            guard name.elementsEqual("iTXt".utf8) else { return name.elementsEqual("zTXt".utf8) }
            return png[part].drop { $0 != 0 }.dropFirst().first == 1
        }
    }
}
