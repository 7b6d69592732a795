import Pictures

/// How large a picture is as it is meant to be looked at, in CSS pixels, so that a page can keep its place before it has loaded.
public struct ImageSize: Sendable, Hashable {
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads the size from the first bytes of a PNG, JPEG, GIF, WebP or SVG file; `nil` where they are none of these.
    public init?(of bytes: [UInt8]) {
        guard
            let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes) ?? Self.svg(bytes),
            size.0 > 0, size.1 > 0
        else { return nil }
        // Most telephones store what their sensor saw and note how they were held.
        (width, height) = Orientation(of: bytes).swapsSides ? (size.1, size.0) : size
    }

    /// W3C PNG §11.2.1: the IHDR chunk comes first.
    private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24 else {
            return nil
        }
        return (bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
    }

    /// GIF89a §18: the logical screen.
    private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: "GIF8".utf8), bytes.count >= 10 else { return nil }
        return (littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2))
    }

    /// RFC 9649 §2: lossy, lossless and extended files each keep the size elsewhere.
    private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: "RIFF".utf8), bytes.count >= 25, bytes[8..<16].starts(with: "WEBPVP8".utf8) else {
            return nil
        }
        switch bytes[15] {
        case UInt8(ascii: " ") where bytes.count >= 30:
            return (littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
        case UInt8(ascii: "L"):
            let bits = littleEndian(bytes, 21, 4)
            return (bits & 0x3FFF + 1, (bits >> 14) & 0x3FFF + 1)
        case UInt8(ascii: "X") where bytes.count >= 30:
            return (littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
        default: return nil
        }
    }

    /// ITU-T T.81 §B.2.2: the first frame header; segments before it are skipped by their lengths, and so are the
    /// bytes that may fill up the space before a marker (§B.1.1.2).
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return (bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2)) }
            at += 2 + max(2, bigEndian(bytes, at + 2, 2))
        }
        return nil
    }

    private static func bigEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func littleEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension ImageSize {
    /// The `viewBox` of the root element, or its width and height; drawings without either have no size.
    private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let tag = head.split(separator: "<").first(where: { $0.hasPrefix("svg") }) else { return nil }
        let root = tag.prefix { $0 != ">" }
        if let box = attribute("viewBox", of: root) {
            let numbers = box.split(whereSeparator: { $0.isWhitespace || $0 == "," }).compactMap { Double($0) }
            if numbers.count == 4, let width = whole(numbers[2]), let height = whole(numbers[3]) {
                return (width, height)
            }
        }
        guard let width = attribute("width", of: root).flatMap(pixels),
            let height = attribute("height", of: root).flatMap(pixels)
        else { return nil }
        return (width, height)
    }

    private static func pixels(_ text: Substring) -> Int? {
        Double(text.hasSuffix("px") ? text.dropLast(2) : text).flatMap(whole)
    }

    /// Rounded up. Drawings may state any number; one that no screen could show says nothing about the drawing.
    private static func whole(_ number: Double) -> Int? {
        (0...1_000_000).contains(number) ? Int(number.rounded(.up)) : nil
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        var rest = tag
        while let found = rest.firstIndex(of: "=") {
            let key = rest[..<found].split(whereSeparator: \.isWhitespace).last
            let value = rest[rest.index(after: found)...].drop(while: \.isWhitespace)
            guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
            let content = value.dropFirst().prefix { $0 != quote }
            if key == Substring(name) { return content }
            rest = value.dropFirst(content.count + 2)
        }
        return nil
    }
}
