import CivilTime
import Testing

@testable import AttendanceImport

/// Dates, times and lengths of time as programs write them.
struct WrittenTimeTests {
    private static func day(_ text: String) -> WrittenTime.Day {
        CivilDate(iso: text).map { .certain($0) } ?? .none
    }

    @Test(arguments: [
        ("3/12/2026, 9:31:02 AM", WrittenTime.Day.numbers(first: 3, second: 12, year: 2026), 34_262),
        ("3/12/26, 9:31:02\u{202F}PM", .numbers(first: 3, second: 12, year: 2026), 77_462),
        ("12/03/2026 09:31", .numbers(first: 12, second: 3, year: 2026), 34_260),
        ("12.03.2026 09:31:02", .numbers(first: 12, second: 3, year: 2026), 34_262),
        ("2026-03-12 09:31:02", day("2026-03-12"), 34_262), ("12 Mar 2026 9.30AM", day("2026-03-12"), 34_200),
        ("Mar 12, 2026 09:30:00 AM", day("2026-03-12"), 34_200), ("12-Mar-26 00:00", day("2026-03-12"), 0),
        ("Thursday, 12 March 2026, 9:30 a.m.", day("2026-03-12"), 34_200), ("12:00 AM", .none, 0),
        ("12:30 PM", .none, 45_000), ("9 am", .none, 32_400), ("23:59:59.9", .none, 86_399),
    ])
    func `a date and a time are read`(_ text: String, _ day: WrittenTime.Day, _ clock: Int) throws {
        let time = try #require(WrittenTime(text))
        #expect(time.day == day && time.clock == clock && time.offset == nil)
    }

    @Test(arguments: [
        ("2026-06-12T08:31:00Z", 0), ("2026-06-12T09:31:00+01:00", 3600), ("2026-06-12 03:31:00 -0500", -18_000),
    ])
    func `an offset is read, and gives UK time`(_ text: String, _ offset: Int) throws {
        let time = try #require(WrittenTime(text))
        let date = try #require(CivilDate(iso: "2026-06-12"))
        #expect(time.offset == offset)
        let clock = Clock(order: nil, choice: .uk, run: date)
        #expect(clock.moment(time) == Moment(date, clock: 9 * 3600 + 31 * 60))
    }

    @Test(arguments: [
        "", "soon", "25:00", "9:61", "13:00 PM", "2026-02-30 09:00", "31/31", "1/2/3/4", "12 Foo 2026", "9",
        "99/99/2026",
        "12 Mar 2026 9:30 9:40", "--", "5 apples",
    ])
    func `what is no time is none`(_ text: String) {
        #expect(WrittenTime(text) == nil)
    }

    @Test(arguments: [
        ("2026-03-29 00:59:00", "2026-03-29", 3540), ("2026-03-29 01:00:00", "2026-03-29", 7200),
        ("2026-10-25 00:59:00", "2026-10-25", 7140), ("2026-10-25 01:00:00", "2026-10-25", 3600),
        ("2026-06-30 23:30:00", "2026-07-01", 1800),
    ])
    func `UTC becomes UK time, across both changes of the clocks`(_ text: String, _ day: String, _ clock: Int) throws {
        let date = try #require(CivilDate(iso: day))
        let time = try #require(WrittenTime(text))
        #expect(Clock(order: nil, choice: .utc, run: date).moment(time) == Moment(date, clock: clock))
    }

    @Test(arguments: [
        ("1h 2m 10s", 3730), ("2h", 7200), ("45m", 2700), ("1 hr 5 min", 3900), ("01:02:10", 3730), ("90 s", 90),
    ])
    func `a length of time is read`(_ text: String, _ seconds: Int) {
        #expect(DurationText.seconds(text) == seconds)
    }

    @Test(arguments: ["", "1:02", "h", "5", "5x", "1h m", "1:75:00", "1234567h"])
    func `what is no length of time is none`(_ text: String) {
        #expect(DurationText.seconds(text) == nil)
    }

    private func finding(_ texts: [String], given: DateOrder? = nil) throws -> DateOrderFinding {
        let run = try #require(CivilDate(iso: "2026-03-12"))
        let dates = try texts.map { ($0, try #require(WrittenTime($0)).day) }
        return DateOrderFinding(dates, given: given, run: run)
    }

    @Test func `a number above 12 tells the order, wherever it stands`() throws {
        #expect(
            try finding(["3/4/2026", "13/4/2026"]) == .found(.dayFirst, because: "\"13/4/2026\" can only be read so"))
        #expect(try finding(["3/13/2026"]) == .found(.monthFirst, because: "\"3/13/2026\" can only be read so"))
    }

    @Test func `otherwise the day of the run tells it`() throws {
        #expect(try finding(["3/12/2026"]) == .found(.monthFirst, because: "\"3/12/2026\" is then the day of the run"))
        #expect(try finding(["12/3/2026"]) == .found(.dayFirst, because: "\"12/3/2026\" is then the day of the run"))
    }

    @Test func `what neither tells is asked`() throws {
        #expect(try finding(["3/4/2026"]) == .undecided(example: "3/4/2026"))
        #expect(try finding(["3/12/2026", "12/3/2026"]) == .undecided(example: "3/12/2026"))
        #expect(try finding(["3/4/2026"], given: .dayFirst) == .found(.dayFirst, because: "--dates says so"))
    }

    @Test func `dates that are the same either way, or spelled out, need no order`() throws {
        #expect(try finding(["3/3/2026", "12 Mar 2026", "2026-03-12"]) == .notNeeded)
    }

    @Test func `contradictions are said`() throws {
        #expect(
            try finding(["13/4/2026", "4/13/2026"]) == .contradictory(dayFirst: "13/4/2026", monthFirst: "4/13/2026"))
        #expect(
            try finding(["13/4/2026"], given: .monthFirst)
                == .contradictory(dayFirst: "13/4/2026", monthFirst: "--dates month-first"))
    }
}
