import CivilTime
import Testing

@testable import Site

@Suite struct ICalendarTests {
    private func text(
        summary: String = "Course", place: String = "Online", on date: String = "2026-11-21", revision: Int = 2,
        isCancelled: Bool = false
    ) throws -> String {
        let event = ICalendar.Event(
            uid: "run@board.example", revision: revision, isCancelled: isCancelled, date: try day(date),
            start: ClockTime(iso: "09:30"), end: ClockTime(iso: "12:05"), summary: summary,
            place: place, details: "", url: "https://board.example/")
        return String(
            decoding: ICalendar(name: "All", made: try day("2026-11-21"), events: [event]).bytes(), as: UTF8.self)
    }

    /// Lines as a reader sees them: folds undone.
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `every line ends in CR LF, the last one too`() throws {
        let text = try text()
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
    }

    @Test(arguments: [1, 60, 66, 67, 68, 200, 1000])
    func `no line is longer than 75 bytes, and no character is cut`(_ length: Int) throws {
        for letter in ["a", "é", "😀"] {
            let summary = String(repeating: letter, count: length)
            let text = try text(summary: summary)
            #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
            #expect(lines(text).contains("SUMMARY:" + summary))
        }
    }

    @Test(arguments: [
        ("a, b; c", "a\\, b\\; c"), ("a\\b", "a\\\\b"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb"),
        ("a: \"b\"", "a: \"b\""),
    ])
    func `text is escaped`(_ text: String, _ escaped: String) throws {
        #expect(lines(try self.text(place: text)).contains("LOCATION:" + escaped))
    }

    @Test func `times are London's, by name and by rule`() throws {
        let lines = lines(try text(on: "2027-07-13"))
        #expect(lines.contains("DTSTART;TZID=Europe/London:20270713T093000"))
        #expect(lines.contains("DTEND;TZID=Europe/London:20270713T120500"))
        #expect(lines.contains("BEGIN:VTIMEZONE") && lines.contains("TZID:Europe/London"))
        #expect(lines.contains("SEQUENCE:4") && lines.contains("STATUS:CONFIRMED"))
    }

    @Test func `a run that is called off keeps its UID, is newer, and takes no time`() throws {
        let lines = lines(try text(revision: 0, isCancelled: true))
        for line in ["UID:run@board.example", "SEQUENCE:1", "STATUS:CANCELLED", "TRANSP:TRANSPARENT"] {
            #expect(lines.contains(line))
        }
    }

    /// RFC 5546 §2.1.4: an update of a higher number replaces one of a lower.
    @Test func `whatever changes, its sequence rises with the number in the record`() throws {
        func sequence(_ revision: Int, _ isCancelled: Bool) throws -> Int {
            let line = try lines(text(revision: revision, isCancelled: isCancelled)).first { $0.hasPrefix("SEQUENCE:") }
            return try #require(line.flatMap { Int($0.dropFirst("SEQUENCE:".count)) })
        }
        // Planned, called off without a thought for the number, on again, moved, called off with a thought for it.
        let history = [(0, false), (0, true), (1, false), (2, false), (3, true)]
        let sequences = try history.map { try sequence($0, $1) }
        #expect(sequences == sequences.sorted() && Set(sequences).count == sequences.count)
    }

    @Test func `an event without times takes a whole day and leaves the diary free`() throws {
        let event = ICalendar.Event(
            uid: "review@board.example", revision: 0, isCancelled: false, date: try day("2026-11-21"), start: nil,
            end: nil, summary: "Review", place: "", details: "For: Policy officer", url: "")
        let lines = String(
            decoding: ICalendar(name: "All", made: try day("2026-11-21"), events: [event]).bytes(), as: UTF8.self
        ).split(separator: "\r\n")
        #expect(lines.contains("DTSTART;VALUE=DATE:20261121"))
        #expect(lines.contains("TRANSP:TRANSPARENT"))
        #expect(!lines.contains { $0.hasPrefix("DTEND") || $0.hasPrefix("LOCATION") || $0.hasPrefix("URL") })
    }
}
