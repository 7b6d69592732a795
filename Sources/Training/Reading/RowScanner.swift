import Diagnostics
import Schemas
import YAMLData

/// The keys that a row may have, by their places in the order in which they usually stand.
protocol RowKey: CaseIterable, RawRepresentable<Int> {
    /// As they are written.
    static var words: [ShortWord] { get }
}

/// Reads lists of one-line groups, `- { person: p-0001, status: attended }`, byte by byte.
///
/// It understands a subset of YAML in which there is only one way to read a line, and leaves everything else to the
/// YAML reader: known keys, each once; values that are bare words or stand in quotation marks without escapes; one row
/// a line; all rows at one indentation; comments and blank lines between. It costs a fiftieth of libyaml's events.
///
/// It looks into the bytes of a file where they lie, so it must not outlive the closure that lends them.
struct RowScanner<Key: RowKey> {
    let bytes: UnsafeBufferPointer<UInt8>
    let path: String

    private let words = Key.words
    /// The values of the current row, by key; of those alone that ``present`` has a bit for.
    private var fields: InlineArray<16, Field> = .init(repeating: Field())
    private var present: UInt16 = 0
    private let isASCII: Bool
    private var offset: Int
    /// Behind the last byte that is looked at.
    private let end: Int
    private var line: Int
    private var lineStart = 0
    /// Of all rows; `nil` before the first.
    private(set) var indentation: Int?

    /// - Parameters:
    ///   - text: What its bytes are.
    ///   - range: The lines that are looked at.
    ///   - firstLine: The number of the first of them, from 1.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: PlainText, _ range: Range<Int>, firstLine: Int, path: String) {
        precondition(Key.words.count <= 16, "there is room for sixteen keys")
        self.bytes = bytes
        self.path = path
        isASCII = text == .ascii
        offset = range.lowerBound
        end = range.upperBound
        line = firstLine - 1
    }

    /// How many lines are left, which is how many rows there are at most.
    var lineCount: Int { EightSigns.newlines(in: bytes, offset..<end) + 1 }

    /// Goes to the next row; `false` at the end of the file.
    mutating func next() throws(LeavesSubset) -> Bool {
        while offset < end {
            lineStart = offset
            line += 1
            skipSpaces()
            if endsLine() { continue }
            try row()
            return true
        }
        return false
    }
}

/// Thrown where the text is not in the subset: it may be wrong, or only unusual.
struct LeavesSubset: Error {}

/// A value in a row.
struct Field {
    /// Without quotation marks.
    var start: Int32 = 0
    var end: Int32 = 0
    var isQuoted = false

    var range: Range<Int> { Int(start)..<Int(end) }
}

extension RowScanner {
    private mutating func row() throws(LeavesSubset) {
        let column = offset - lineStart
        guard indentation.map({ $0 == column }) ?? true else { throw LeavesSubset() }
        indentation = column
        try expect(UInt8(ascii: "-"))
        guard at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        skipSpaces()
        try expect(UInt8(ascii: "{"))
        present = 0
        var key = -1
        repeat { key = try field(after: key) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        let close = offset
        skipSpaces()
        // `}#` is read differently by different readers of YAML.
        guard !at(UInt8(ascii: "#")) || offset > close, endsLine() else { throw LeavesSubset() }
    }

    /// - Parameter last: The key that stands before it.
    /// - Returns: Its own.
    private mutating func field(after last: Int) throws(LeavesSubset) -> Int {
        skipSpaces()
        var word = ShortWord()
        while offset < end, bytes[offset].isKeyByte {
            guard word.append(bytes[offset]) else { throw LeavesSubset() }
            offset += 1
        }
        try expect(UInt8(ascii: ":"))
        guard at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        skipSpaces()
        let key = try place(of: word, after: last)
        let field = try value()
        guard present & 1 << key == 0 else { throw LeavesSubset() }
        present |= 1 << key
        fields[key] = field
        skipSpaces()
        return key
    }

    /// People write the keys of each row in the same order.
    private func place(of word: ShortWord, after last: Int) throws(LeavesSubset) -> Int {
        if last + 1 < words.count, words[last + 1] == word { return last + 1 }
        guard let place = words.firstIndex(of: word) else { throw LeavesSubset() }
        return place
    }

    private mutating func value() throws(LeavesSubset) -> Field {
        guard offset < end else { throw LeavesSubset() }
        let first = bytes[offset]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try quoted(by: first) }
        guard first.isLetterOrDigit else { throw LeavesSubset() }
        let start = offset
        while offset < end, bytes[offset].isPlainByte { offset += 1 }
        var end = offset
        while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let field = Field(start: Int32(start), end: Int32(end), isQuoted: false)
        guard end - start != 4 || word(field) != "null" else { throw LeavesSubset() }
        return field
    }

    /// Up to the same mark. A backslash, or a mark written twice, is an escape and leaves the subset.
    private mutating func quoted(by mark: UInt8) throws(LeavesSubset) -> Field {
        offset += 1
        let start = offset
        while offset < end, bytes[offset] != mark {
            if bytes[offset] == newline || bytes[offset] == UInt8(ascii: "\\") { throw LeavesSubset() }
            offset += 1
        }
        let field = Field(start: Int32(start), end: Int32(offset), isQuoted: true)
        try expect(mark)
        return field
    }

    private func at(_ byte: UInt8) -> Bool { offset < end && bytes[offset] == byte }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at(byte) else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(LeavesSubset) {
        guard take(byte) else { throw LeavesSubset() }
    }

    private mutating func skipSpaces() {
        while at(UInt8(ascii: " ")) { offset += 1 }
    }

    /// Whether nothing but a comment is left of this line; if so, goes behind its break.
    private mutating func endsLine() -> Bool {
        guard offset == end || bytes[offset].startsLineEnd else { return false }
        while offset < end, bytes[offset] != newline { offset += 1 }
        offset = min(offset + 1, end)
        return true
    }
}

extension RowScanner {
    /// Whether the current row has these keys and no other.
    func hasOnly(_ keys: Key...) -> Bool { present == keys.reduce(0) { $0 | 1 << $1.rawValue } }

    func fieldIfAny(_ key: Key) -> Field? { present & 1 << key.rawValue == 0 ? nil : fields[key.rawValue] }

    func field(_ key: Key) throws(LeavesSubset) -> Field {
        guard let field = fieldIfAny(key) else { throw LeavesSubset() }
        return field
    }

    /// UTF-8, without quotation marks.
    func text(of field: Field) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[field.range]) }

    /// `nil` where it is longer than sixteen bytes.
    func word(_ field: Field) -> ShortWord? { ShortWord(text(of: field)) }

    /// Where a value stands, with its quotation marks; columns count scalars.
    func spot(of field: Field) -> Spot {
        let margin = field.isQuoted ? 1 : 0
        let (start, end) = (Int(field.start) - margin, Int(field.end) + margin)
        return Spot(line: line, column: scalars(lineStart..<start) + 1, length: max(1, scalars(start..<end)))
    }

    /// How many Unicode scalars stand there: the bytes that do not continue one.
    private func scalars(_ range: Range<Int>) -> Int {
        isASCII ? range.count : bytes[range].count { $0 & 0xC0 != 0x80 }
    }

    func location(of field: Field) -> Location { spot(of: field).location(in: path) }

    /// A value that is an id for sure.
    func id(_ field: Field) throws(LeavesSubset) -> String {
        guard field.start < field.end, text(of: field).allSatisfy({ $0.isIDByte }) else { throw LeavesSubset() }
        return string(field)
    }

    /// One line of text, as ``Reader/text`` reads it.
    func text(_ field: Field, _ reading: inout Reading) throws(LeavesSubset) -> String {
        isTidy(field) ? string(field) : try value(field, .text, &reading)
    }

    /// ASCII text with single spaces inside only, which no reader would change.
    private func isTidy(_ field: Field) -> Bool {
        var afterSpace = true
        for byte in text(of: field) {
            let isSpace = byte == UInt8(ascii: " ")
            if byte >= 0x80 || (isSpace && afterSpace) { return false }
            afterSpace = isSpace
        }
        return !afterSpace
    }

    /// An address, as ``Reader/emailAddress`` reads it.
    func emailIfAny(_ key: Key, _ reading: inout Reading) throws(LeavesSubset) -> String? {
        guard let field = fieldIfAny(key) else { return nil }
        return EmailAddress.isWellFormed(text(of: field)) ? string(field) : try value(field, .emailAddress, &reading)
    }

    /// A value through the reader of its kind, which knows all its rules.
    func value<Value>(
        _ field: Field, _ reader: Reader<Value>, _ reading: inout Reading
    ) throws(LeavesSubset) -> Value {
        let node = YAMLNode(.scalar(string(field), field.isQuoted ? .quoted : .plain), at: location(of: field))
        guard let value = reader.value(of: node, &reading) else { throw LeavesSubset() }
        return value
    }

    func valueIfAny<Value>(
        _ key: Key, _ reader: Reader<Value>, _ reading: inout Reading
    ) throws(LeavesSubset) -> Value? {
        guard let field = fieldIfAny(key) else { return nil }
        return try value(field, reader, &reading)
    }

    func referredIfAny<Item: Entity>(_ key: Key, _ reading: inout Reading) throws(LeavesSubset) -> ID<Item>? {
        guard let field = fieldIfAny(key) else { return nil }
        let id = try id(field)
        reading.refer(to: Item.entity, id, at: location(of: field))
        return ID(id)
    }

    func string(_ field: Field) -> String { String(decoding: text(of: field), as: UTF8.self) }
}

extension UInt8 {
    fileprivate var startsLineEnd: Bool { self == UInt8(ascii: "#") || self == newline || self == UInt8(ascii: "\r") }

    fileprivate var isKeyByte: Bool { (0x61...0x7A).contains(self) || self == UInt8(ascii: "_") }

    /// Lower-case ASCII letters, digits, hyphens.
    fileprivate var isIDByte: Bool {
        (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
    }

    fileprivate var isLetterOrDigit: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || (0x30...0x39).contains(self)
    }

    /// What can stand in a bare value without any second meaning.
    fileprivate var isPlainByte: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"),
            UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: isLetterOrDigit
        }
    }
}
