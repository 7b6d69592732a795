extension UInt8 {
    /// White space inside a line; a carriage return counts, so that CRLF ends a line as LF does.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r") }

    var isWhitespace: Bool { isBlank || self == UInt8(ascii: "\n") || self == 0x0C }

    var isLetter: Bool { lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "z") }

    /// The lower-case form of an ASCII letter; other bytes as they are.
    var lowercased: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }
}

extension [UInt8] {
    /// Where `pattern` first stands in a range. Patterns are delimiters of a few bytes.
    func firstRange(of pattern: [UInt8], in range: Range<Int>) -> Range<Int>? {
        guard let first = pattern.first, range.count >= pattern.count else { return nil }
        for i in range.lowerBound...(range.upperBound - pattern.count) where self[i] == first {
            if self[i..<i + pattern.count].elementsEqual(pattern) { return i..<i + pattern.count }
        }
        return nil
    }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isWhitespace { start += 1 }
        while end > start, self[end - 1].isWhitespace { end -= 1 }
        return start..<end
    }

    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
