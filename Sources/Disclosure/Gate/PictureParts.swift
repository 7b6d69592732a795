/// The parts of a picture in which programs write who took it and what it shows.
///
/// They are read one by one, because the bytes around a part (a check sum, the next part's mark) can look like letters
/// that belong to its first or last word.
enum PictureParts {
    static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes) }
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return webP(bytes) }
        if bytes.starts(with: "GIF8".utf8) { return gifComments(bytes) }
        return []
    }

    /// Chunks: length, name, contents, check sum (W3C PNG, 5.3). Those of pixels hold no text.
    static func png(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var (at, parts) = (8, [Range<Int>]())
        while at + 12 <= bytes.count {
            let start = at + 8
            let end = min(start + number(bytes[at..<at + 4]), bytes.count)
            if !bytes[at + 4..<start].elementsEqual("IDAT".utf8) { parts.append(start..<end) }
            at = end + 4
        }
        return parts
    }

    /// Segments up to the first scan: a marker, a length that counts itself, contents (ITU-T T.81, B.1.1.4).
    private static func jpeg(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var (at, parts) = (2, [Range<Int>]())
        while at + 4 <= bytes.count, bytes[at] == 0xFF, bytes[at + 1] != 0xDA {
            if bytes[at + 1] == 0xFF {
                at += 1
                continue
            }
            let end = min(at + 2 + max(2, number(bytes[at + 2..<at + 4])), bytes.count)
            parts.append(at + 4..<max(end, at + 4))
            at = end
        }
        return parts
    }

    /// RIFF chunks: name, length with its least byte first, contents, padded to an even length (RFC 9649, 2.3).
    private static func webP(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var (at, parts) = (12, [Range<Int>]())
        while at + 8 <= bytes.count {
            let start = at + 8
            let end = min(start + number(bytes[at + 4..<start].reversed()), bytes.count)
            if !bytes[at..<at + 3].elementsEqual("VP8".utf8) { parts.append(start..<end) }
            at = end + (end - start) % 2
        }
        return parts
    }

    /// Comment extensions: a mark, then blocks with their lengths in front (GIF89a, 24). Each block is read by itself.
    private static func gifComments(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var (at, parts) = (0, [Range<Int>]())
        while at + 3 < bytes.count {
            guard bytes[at] == 0x21, bytes[at + 1] == 0xFE else {
                at += 1
                continue
            }
            at += 2
            while at < bytes.count, bytes[at] > 0 {
                let end = min(at + 1 + Int(bytes[at]), bytes.count)
                parts.append(at + 1..<end)
                at = end
            }
        }
        return parts
    }

    /// The most significant byte first.
    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
