import Schemas

/// A place in a text that moves on over what it understands, and throws where it does not.
struct LineCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int
    /// Behind the last byte that is looked at.
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { offset >= end }

    func at(_ byte: UInt8) -> Bool { offset < end && bytes[offset] == byte }

    mutating func take(_ byte: UInt8) -> Bool {
        guard at(byte) else { return false }
        offset += 1
        return true
    }

    mutating func expect(_ byte: UInt8) throws(LeavesSubset) {
        guard take(byte) else { throw LeavesSubset() }
    }

    mutating func skipSpaces() {
        while at(UInt8(ascii: " ")) { offset += 1 }
    }

    /// Whether nothing but a comment is left of this line; if so, goes behind its break.
    mutating func endsLine() -> Bool {
        guard offset == end || bytes[offset].startsLineEnd else { return false }
        while offset < end, bytes[offset] != newline { offset += 1 }
        offset = min(offset + 1, end)
        return true
    }

    /// A key that is likely to stand here, with what follows it up to its value.
    mutating func take(_ key: KeyText) -> Bool {
        guard offset + 16 <= end, key.stands(in: bytes, at: offset) else { return false }
        offset += key.count
        skipSpaces()
        return true
    }

    /// Any key, with what follows it up to its value.
    mutating func key() throws(LeavesSubset) -> ShortWord {
        var word = ShortWord()
        while offset < end, bytes[offset].isKeyByte {
            guard word.append(bytes[offset]) else { throw LeavesSubset() }
            offset += 1
        }
        try expect(UInt8(ascii: ":"))
        guard at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        skipSpaces()
        return word
    }

    mutating func value() throws(LeavesSubset) -> Field {
        guard offset < end else { throw LeavesSubset() }
        let first = bytes[offset]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try quoted(by: first) }
        guard first.isLetterOrDigit else { throw LeavesSubset() }
        let start = offset
        while offset < end {
            let count = EightSigns(padded: bytes, at: offset).plainCount
            offset += count
            if count < 8 { break }
        }
        offset = min(offset, end)
        var end = offset
        while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let field = Field(start: Int32(start), end: Int32(end), isQuoted: false)
        guard end - start != 4 || ShortWord(text(of: field)) != "null" else { throw LeavesSubset() }
        return field
    }

    /// Up to the same mark. A backslash, or a mark written twice, is an escape and leaves the subset.
    private mutating func quoted(by mark: UInt8) throws(LeavesSubset) -> Field {
        offset += 1
        let start = offset
        while offset < end {
            let count = EightSigns(padded: bytes, at: offset).count(before: mark, or: newline, or: UInt8(ascii: "\\"))
            offset += count
            if count < 8 { break }
        }
        offset = min(offset, end)
        let field = Field(start: Int32(start), end: Int32(offset), isQuoted: true)
        try expect(mark)
        return field
    }

    /// UTF-8, without quotation marks.
    func text(of field: Field) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[field.range]) }
}

/// A value in a text.
struct Field {
    /// Without quotation marks.
    var start: Int32 = 0
    var end: Int32 = 0
    var isQuoted = false

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// A key as it is written in front of a value: `status: `.
struct KeyText: Sendable {
    let word: ShortWord
    let count: Int
    private let first: EightSigns
    private let second: EightSigns

    /// - Parameter key: At most fourteen bytes.
    init(_ key: StaticString) {
        word = ShortWord(stringLiteral: key)
        let text = key.withUTF8Buffer { Array($0) + Array(": ".utf8) }
        precondition(text.count <= 16, "a key of ours is no longer than fourteen bytes")
        count = text.count
        (first, second) = text.withUnsafeBufferPointer {
            (EightSigns(padded: $0, at: 0), EightSigns(padded: $0, at: 8))
        }
    }

    /// - Precondition: There are sixteen bytes from there on.
    fileprivate func stands(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        EightSigns(bytes, at: offset).first(min(count, 8)) == first
            && (count <= 8 || EightSigns(bytes, at: offset + 8).first(count - 8) == second)
    }
}

extension KeyText: ExpressibleByStringLiteral {
    init(stringLiteral key: StaticString) { self.init(key) }
}

extension UInt8 {
    fileprivate var startsLineEnd: Bool { self == UInt8(ascii: "#") || self == newline || self == UInt8(ascii: "\r") }

    fileprivate var isKeyByte: Bool { (0x61...0x7A).contains(self) || self == UInt8(ascii: "_") }

    fileprivate var isLetterOrDigit: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self)
    }
}
