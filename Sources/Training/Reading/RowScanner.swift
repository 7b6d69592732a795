import Diagnostics
import Schemas
import YAMLData

/// Reads lists of one-line groups, `- { person: p-0001, status: attended }`, byte by byte.
///
/// It understands a subset of YAML in which there is only one way to read a line, and leaves everything else to the
/// YAML reader: keys in small letters; values that are bare words or stand in quotation marks without escapes; one row
/// a line; all rows at one indentation; comments and blank lines between. It costs a tenth of libyaml's events.
struct RowScanner {
    let bytes: [UInt8]
    /// The keys and values of the current row.
    private(set) var fields: [Field] = []

    private let path: String
    private var offset: Int
    /// Behind the last byte that is looked at.
    private let end: Int
    private var line: Int
    private var lineStart = 0
    /// Of all rows; `nil` before the first.
    private(set) var indentation: Int?

    /// Thrown where the text is not in the subset: it may be wrong, or only unusual.
    struct LeavesSubset: Error {}

    struct Field {
        let key: ShortWord
        /// Without quotation marks.
        let value: Range<Int>
        let isQuoted: Bool
    }

    /// A part of a file.
    ///
    /// - Precondition: ``PlainText`` holds its bytes.
    init(_ part: LinesOfFile, path: String) {
        bytes = part.file
        self.path = path
        offset = part.range.lowerBound
        end = part.range.upperBound
        line = part.firstLine - 1
    }

    /// The rows of a run.
    init(_ file: SourceFile, _ parts: RunFileParts, path: String) {
        bytes = file.bytes
        self.path = path
        offset = parts.firstRow.offset
        end = bytes.count
        line = parts.firstRow.line - 1
    }

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

extension RowScanner {
    private mutating func row() throws(LeavesSubset) {
        let column = offset - lineStart
        guard indentation.map({ $0 == column }) ?? true else { throw LeavesSubset() }
        indentation = column
        try expect(UInt8(ascii: "-"))
        guard at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        skipSpaces()
        try expect(UInt8(ascii: "{"))
        fields.removeAll(keepingCapacity: true)
        repeat { try field() } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        let close = offset
        skipSpaces()
        // `}#` is read differently by different readers of YAML.
        guard !at(UInt8(ascii: "#")) || offset > close, endsLine() else { throw LeavesSubset() }
    }

    private mutating func field() throws(LeavesSubset) {
        skipSpaces()
        var key = ShortWord()
        while offset < end, bytes[offset].isKeyByte {
            guard key.append(bytes[offset]) else { throw LeavesSubset() }
            offset += 1
        }
        try expect(UInt8(ascii: ":"))
        guard key != ShortWord(), at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        skipSpaces()
        let field = try value(of: key)
        guard !fields.contains(where: { $0.key == key }) else { throw LeavesSubset() }
        fields.append(field)
        skipSpaces()
    }

    private mutating func value(of key: ShortWord) throws(LeavesSubset) -> Field {
        guard offset < end else { throw LeavesSubset() }
        let first = bytes[offset]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try quoted(key, by: first) }
        guard first.isLetterOrDigit else { throw LeavesSubset() }
        let start = offset
        while offset < end, bytes[offset].isPlainByte { offset += 1 }
        var end = offset
        while bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let value = start..<end
        guard bytes[value] != Self.null[...] else { throw LeavesSubset() }
        return Field(key: key, value: value, isQuoted: false)
    }

    private static let null = Array("null".utf8)

    /// Up to the same mark. A backslash, or a mark written twice, is an escape and leaves the subset.
    private mutating func quoted(_ key: ShortWord, by mark: UInt8) throws(LeavesSubset) -> Field {
        offset += 1
        let start = offset
        while offset < end, bytes[offset] != mark {
            if bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\\") { throw LeavesSubset() }
            offset += 1
        }
        let value = start..<offset
        try expect(mark)
        return Field(key: key, value: value, isQuoted: true)
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
        while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        offset = min(offset + 1, end)
        return true
    }
}

extension RowScanner {
    func fieldIfAny(_ key: ShortWord) -> Field? { fields.first { $0.key == key } }

    func field(_ key: ShortWord) throws(LeavesSubset) -> Field {
        guard let field = fieldIfAny(key) else { throw LeavesSubset() }
        return field
    }

    /// Where a value stands, with its quotation marks; columns count scalars.
    func location(of field: Field) -> Location {
        let (start, length) = spot(of: field)
        return Location(path: path, start: start, length: length)
    }

    /// The same without the path.
    func spot(of field: Field) -> (start: Position, length: Int) {
        let margin = field.isQuoted ? 1 : 0
        let before = bytes[lineStart..<field.value.lowerBound - margin]
        return (
            Position(line: line, column: before.scalarCount + 1), bytes[field.value].scalarCount + 2 * margin
        )
    }

    /// A value that is an id for sure.
    func id(_ field: Field) throws(LeavesSubset) -> String {
        guard !field.value.isEmpty, bytes[field.value].allSatisfy(\.isIDByte) else { throw LeavesSubset() }
        return string(field)
    }

    /// One line of text, as ``Reader/text`` reads it.
    func text(_ field: Field, _ reading: inout Reading) throws(LeavesSubset) -> String {
        isTidy(bytes[field.value]) ? string(field) : try value(field, .text, &reading)
    }

    /// A value through the reader of its kind, which knows all its rules.
    func value<Value>(
        _ field: Field, _ reader: Reader<Value>, _ reading: inout Reading
    ) throws(LeavesSubset) -> Value {
        let node = YAMLNode(.scalar(string(field), field.isQuoted ? .quoted : .plain), at: location(of: field))
        guard let value = reader.value(of: node, &reading) else { throw LeavesSubset() }
        return value
    }

    /// An id that the row gives itself, or names; noted in a list.
    func id<Item: Entity>(_ key: ShortWord, _ list: inout MentionList) throws(LeavesSubset) -> ID<Item> {
        let field = try field(key)
        let id = try id(field)
        list.append(id, at: spot(of: field))
        return ID(id)
    }

    func idIfAny<Item: Entity>(_ key: ShortWord, _ list: inout MentionList) throws(LeavesSubset) -> ID<Item>? {
        fieldIfAny(key) == nil ? nil : try id(key, &list)
    }

    func referredIfAny<Item: Entity>(
        _ key: ShortWord, _ reading: inout Reading
    ) throws(LeavesSubset) -> ID<Item>? {
        guard let field = fieldIfAny(key) else { return nil }
        let id = try id(field)
        reading.refer(to: Item.entity, id, at: location(of: field))
        return ID(id)
    }

    func valueIfAny<Value>(
        _ key: ShortWord, _ reader: Reader<Value>, _ reading: inout Reading
    ) throws(LeavesSubset) -> Value? {
        guard let field = fieldIfAny(key) else { return nil }
        return try value(field, reader, &reading)
    }

    private func string(_ field: Field) -> String { String(decoding: bytes[field.value], as: UTF8.self) }

    /// ASCII text with single spaces inside only, which no reader would change.
    private func isTidy(_ text: ArraySlice<UInt8>) -> Bool {
        var afterSpace = true
        for byte in text {
            let isSpace = byte == UInt8(ascii: " ")
            if byte >= 0x80 || (isSpace && afterSpace) { return false }
            afterSpace = isSpace
        }
        return !afterSpace
    }
}

extension ArraySlice<UInt8> {
    /// How many Unicode scalars this UTF-8 holds: the bytes that do not continue one.
    fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}

extension UInt8 {
    fileprivate var startsLineEnd: Bool {
        self == UInt8(ascii: "#") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }

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
