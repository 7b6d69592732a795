/// A `<meta>` tag in the bytes of a page, with its attributes (HTML Living Standard, section 13.1.2.3).
struct MetaTag {
    /// An attribute's value, and where it stands, quotes included.
    struct Value {
        let text: String
        let range: Range<Int>
    }

    /// Just past the tag's last byte.
    private(set) var end: Int
    private var attributes: [(name: String, range: Range<Int>)] = []

    /// The first tag at or after `start`.
    static func next(in page: [UInt8], from start: Int) -> MetaTag? {
        let opening = Array("<meta".utf8)
        var at = start
        while let found = page.firstRange(ofLowercase: opening, from: at) {
            if found.upperBound < page.count, isSpace(page[found.upperBound]) {
                return MetaTag(page, from: found.upperBound)
            }
            at = found.upperBound
        }
        return nil
    }

    private init(_ page: [UInt8], from start: Int) {
        end = start
        while end < page.count, page[end] != UInt8(ascii: ">") {
            if Self.isSpace(page[end]) || page[end] == UInt8(ascii: "/") {
                end += 1
            } else {
                readAttribute(page)
            }
        }
    }

    private mutating func readAttribute(_ page: [UInt8]) {
        let name = skip(page) { !Self.isSpace($0) && !"=>/".utf8.contains($0) }
        _ = skip(page, while: Self.isSpace)
        var value = end..<end
        if end < page.count, page[end] == UInt8(ascii: "=") {
            end += 1
            _ = skip(page, while: Self.isSpace)
            value = readValue(page)
        } else if name.isEmpty {
            end += 1
        }
        attributes.append((String(decoding: page[name], as: UTF8.self).lowercased(), value))
    }

    private mutating func readValue(_ page: [UInt8]) -> Range<Int> {
        guard end < page.count, page[end] == UInt8(ascii: "\"") || page[end] == UInt8(ascii: "'") else {
            return skip(page) { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
        }
        let (start, quote) = (end, page[end])
        end += 1
        _ = skip(page) { $0 != quote }
        end = min(end + 1, page.count)
        return start..<end
    }

    private mutating func skip(_ page: [UInt8], while matches: (UInt8) -> Bool) -> Range<Int> {
        let start = end
        while end < page.count, matches(page[end]) { end += 1 }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// The value of an attribute, decoded, or `nil` where the tag does not have it.
    func value(of name: String, in page: [UInt8]) -> Value? {
        guard let range = attributes.first(where: { $0.name == name })?.range else { return nil }
        var text = String(decoding: page[range], as: UTF8.self)
        if let quote = text.first, quote == "\"" || quote == "'" { text = String(text.dropFirst().dropLast()) }
        let references = [
            ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"), ("&quot;", "\""), ("&#34;", "\""), ("&amp;", "&"),
        ]
        for (reference, character) in references { text.replace(reference, with: character) }
        return Value(text: text, range: range)
    }
}

extension [UInt8] {
    /// The first place of `wanted`, which is in lower case, in either letter case.
    func firstRange(ofLowercase wanted: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = wanted.first, start + wanted.count <= count else { return nil }
        for index in start...(count - wanted.count) where lowercased(at: index) == first {
            if wanted.indices.allSatisfy({ lowercased(at: index + $0) == wanted[$0] }) {
                return index..<(index + wanted.count)
            }
        }
        return nil
    }

    /// The last such place.
    func lastRange(ofLowercase wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, wanted.count <= count else { return nil }
        for index in (0...(count - wanted.count)).reversed() where lowercased(at: index) == first {
            if wanted.indices.allSatisfy({ lowercased(at: index + $0) == wanted[$0] }) {
                return index..<(index + wanted.count)
            }
        }
        return nil
    }

    private func lowercased(at index: Int) -> UInt8 {
        let byte = self[index]
        return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}
