import Diagnostics
import Schemas
import YAMLData

/// The keys that a row may have, by their places in the order in which they usually stand.
protocol RowKey: CaseIterable, RawRepresentable<Int> {
    /// As they are written.
    static var words: [KeyText] { get }
}

/// Reads lists of one-line groups, `- { person: p-0001, status: attended }`, byte by byte.
///
/// It understands a subset of YAML in which there is only one way to read a line, and leaves everything else to the
/// YAML reader: known keys, each once; values that are bare words or stand in quotation marks without escapes; one row
/// a line; all rows at one indentation; comments and blank lines between. It costs a fiftieth of libyaml's events.
///
/// It looks into the bytes of a file where they lie, so it must not outlive the closure that lends them.
struct RowScanner<Key: RowKey> {
    let path: String

    private let words = Key.words
    private var cursor: LineCursor
    /// The values of the current row, by key; of those alone that ``present`` has a bit for.
    private var fields: InlineArray<16, Field> = .init(repeating: Field())
    private var present: UInt16 = 0
    private let isASCII: Bool
    private var line: Int
    private var lineStart = 0
    /// Of all rows; `nil` before the first.
    private(set) var indentation: Int?

    /// - Parameters:
    ///   - text: What its bytes are.
    ///   - range: The lines that are looked at.
    ///   - firstLine: The number of the first of them, from 1.
    ///   - indentation: Of the rows above, where there are any.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: PlainText, _ range: Range<Int>, firstLine: Int, path: String,
        indentation: Int? = nil
    ) {
        precondition(Key.words.count <= 16, "there is room for sixteen keys")
        cursor = LineCursor(bytes, range)
        self.path = path
        self.indentation = indentation
        isASCII = text == .ascii
        line = firstLine - 1
    }

    /// How many lines are left, which is how many rows there are at most.
    var lineCount: Int { EightSigns.newlines(in: cursor.bytes, cursor.offset..<cursor.end) + 1 }

    /// Goes to the next row; `false` at the end of the file.
    mutating func next() throws(LeavesSubset) -> Bool {
        while !cursor.isAtEnd {
            lineStart = cursor.offset
            line += 1
            cursor.skipSpaces()
            if cursor.endsLine() { continue }
            try row()
            return true
        }
        return false
    }
}

/// Thrown where the text is not in the subset: it may be wrong, or only unusual.
struct LeavesSubset: Error {}

extension RowScanner {
    private mutating func row() throws(LeavesSubset) {
        let column = cursor.offset - lineStart
        guard indentation.map({ $0 == column }) ?? true else { throw LeavesSubset() }
        indentation = column
        try cursor.expect(UInt8(ascii: "-"))
        guard cursor.at(UInt8(ascii: " ")) else { throw LeavesSubset() }
        cursor.skipSpaces()
        try cursor.expect(UInt8(ascii: "{"))
        present = 0
        var key = -1
        repeat { key = try field(after: key) } while cursor.take(UInt8(ascii: ","))
        try cursor.expect(UInt8(ascii: "}"))
        let close = cursor.offset
        cursor.skipSpaces()
        // `}#` is read differently by different readers of YAML.
        guard !cursor.at(UInt8(ascii: "#")) || cursor.offset > close, cursor.endsLine() else { throw LeavesSubset() }
    }

    /// - Parameter last: The key that stands before it.
    /// - Returns: Its own.
    private mutating func field(after last: Int) throws(LeavesSubset) -> Int {
        cursor.skipSpaces()
        // People write the keys of each row in the same order.
        var key = last + 1
        if key >= words.count || !cursor.take(words[key]) {
            let word = try cursor.key()
            guard let place = words.firstIndex(where: { $0.word == word }) else { throw LeavesSubset() }
            key = place
        }
        let field = try cursor.value()
        guard present & 1 << key == 0 else { throw LeavesSubset() }
        present |= 1 << key
        fields[key] = field
        cursor.skipSpaces()
        return key
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
    func text(of field: Field) -> UnsafeBufferPointer<UInt8> { cursor.text(of: field) }

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
        isASCII ? range.count : cursor.bytes[range].count { $0 & 0xC0 != 0x80 }
    }

    func location(of field: Field) -> Location { spot(of: field).location(in: path) }

    /// A value that is an id for sure.
    func id(_ field: Field) throws(LeavesSubset) -> String {
        guard text(of: field).isID else { throw LeavesSubset() }
        return string(field)
    }

    /// One line of text, as ``Reader/text`` reads it.
    func text(_ field: Field, _ reading: inout Reading) throws(LeavesSubset) -> String {
        text(of: field).isTidy ? string(field) : try value(field, .text, &reading)
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
        _ key: Key, _ reader: @autoclosure () -> Reader<Value>, _ reading: inout Reading
    ) throws(LeavesSubset) -> Value? {
        guard let field = fieldIfAny(key) else { return nil }
        return try value(field, reader(), &reading)
    }

    func referredIfAny<Item: Entity>(_ key: Key, _ reading: inout Reading) throws(LeavesSubset) -> ID<Item>? {
        guard let field = fieldIfAny(key) else { return nil }
        let id = try id(field)
        reading.refer(to: Item.entity, id, at: location(of: field))
        return ID(id)
    }

    func string(_ field: Field) -> String { String(decoding: text(of: field), as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is an id for sure: lower-case ASCII letters, digits, hyphens.
    var isID: Bool {
        !isEmpty
            && allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// Whether it is ASCII text with single spaces inside only, which no reader would change.
    var isTidy: Bool {
        var afterSpace = true
        for byte in self {
            let isSpace = byte == UInt8(ascii: " ")
            if byte >= 0x80 || (isSpace && afterSpace) { return false }
            afterSpace = isSpace
        }
        return !afterSpace
    }
}
