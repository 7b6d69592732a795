import CivilTime
import Content
import Diagnostics
import Schemas

/// What stands above the rows of a run, written as it nearly always is: a key a line, each once, with a bare or quoted
/// value and nothing behind it.
///
/// A file has some eight such lines, and to read them as YAML takes as long as its two hundred rows. Whatever is
/// written in another way, or has a fault, is left to that.
struct UsualDetails {
    private var cursor: LineCursor
    private var values: InlineArray<9, Value> = .init(repeating: Value())
    private var present: UInt16 = 0
    private let path: String

    private struct Value {
        var field = Field()
        var line: Int32 = 0
        var lineStart: Int32 = 0
    }

    private enum Key: Int {
        case course, date, start, end, venue, trainer, places, status, sequence
    }

    private static let words: [KeyText] = [
        "course", "date", "start", "end", "venue", "trainer", "places", "status", "sequence",
    ]

    /// - Parameters:
    ///   - end: Where the rows start.
    ///   - path: For messages.
    /// - Returns: `nil`, with nothing reported, where the lines are written in another way.
    /// - Precondition: ``PlainText`` knows all up to `end` for ASCII.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, path: String, _ people: KnownPeople,
        _ reading: inout Reading
    ) -> RunDetails? {
        var lines = UsualDetails(cursor: LineCursor(bytes, 0..<end), path: path)
        var found = Reading()
        do throws(LeavesSubset) {
            try lines.readLines()
            let details = try lines.details(people, &found)
            reading.merge(found)
            return details
        } catch {
            return nil
        }
    }

    private init(cursor: LineCursor, path: String) {
        self.cursor = cursor
        self.path = path
    }

    private mutating func readLines() throws(LeavesSubset) {
        var line: Int32 = 0
        while !cursor.isAtEnd {
            line += 1
            let start = cursor.offset
            if cursor.endsLine() { continue }
            let word = try cursor.key()
            guard let key = Self.words.firstIndex(where: { $0.word == word }), present & 1 << key == 0 else {
                throw LeavesSubset()
            }
            values[key] = Value(field: try cursor.value(), line: line, lineStart: Int32(start))
            present |= 1 << key
            try cursor.expect(newline)
        }
    }

    private func details(_ people: KnownPeople, _ reading: inout Reading) throws(LeavesSubset) -> RunDetails {
        let course = try id(.course)
        reading.refer(to: Course.entity, course, at: location(.course))
        let date = try CivilDate(iso: tidy(.date)).orLeave()
        let start = try ClockTime(iso: tidy(.start)).orLeave()
        let end = try ClockTime(iso: tidy(.end)).orLeave()
        let venue = try tidy(.venue)
        let trainer = try has(.trainer) ? trainer(people, &reading) : nil
        let places = try number(.places, in: 1...RunDetails.mostPlaces)
        let status = try has(.status) ? Run.Status(rawValue: tidy(.status)).orLeave() : nil
        let sequence = try has(.sequence) ? number(.sequence, in: 0...RunDetails.highestSequence) : 0
        return RunDetails(
            course: ID(course), date: date, start: start, end: Located(end, at: location(.end)), venue: venue,
            trainer: trainer, places: Located(places, at: location(.places)),
            status: status.map { Located($0, at: location(.status)) }, sequence: sequence)
    }

    private func trainer(
        _ people: KnownPeople, _ reading: inout Reading
    ) throws(LeavesSubset) -> Located<ID<Person>> {
        let id = ID<Person>(try id(.trainer))
        let place = people.place(of: id)
        if place == nil { reading.refer(to: Person.entity, id.text, at: location(.trainer)) }
        return Located(place.map { people[$0] } ?? id, at: location(.trainer))
    }
}

extension UsualDetails {
    private func has(_ key: Key) -> Bool { present & 1 << key.rawValue != 0 }

    private func bytes(_ key: Key) throws(LeavesSubset) -> UnsafeBufferPointer<UInt8> {
        guard has(key) else { throw LeavesSubset() }
        return cursor.text(of: values[key.rawValue].field)
    }

    /// Text without spaces at its ends or more than one between words, which no reader would change.
    private func tidy(_ key: Key) throws(LeavesSubset) -> String {
        let bytes = try bytes(key)
        guard bytes.isTidy else { throw LeavesSubset() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func id(_ key: Key) throws(LeavesSubset) -> String {
        let bytes = try bytes(key)
        guard bytes.isID else { throw LeavesSubset() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func number(_ key: Key, in range: ClosedRange<Int>) throws(LeavesSubset) -> Int {
        let bytes = try bytes(key)
        guard (1...9).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw LeavesSubset()
        }
        let number = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard range.contains(number) else { throw LeavesSubset() }
        return number
    }

    private func location(_ key: Key) -> Location {
        let value = values[key.rawValue]
        let margin = value.field.isQuoted ? 1 : 0
        return Location(
            path: path,
            start: Position(
                line: Int(value.line), column: Int(value.field.start) - margin - Int(value.lineStart) + 1),
            length: value.field.range.count + 2 * margin)
    }
}

extension Optional {
    fileprivate func orLeave() throws(LeavesSubset) -> Wrapped {
        guard let self else { throw LeavesSubset() }
        return self
    }
}
