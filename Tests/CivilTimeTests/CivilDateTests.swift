import Testing

@testable import CivilTime

@Suite struct CivilDateTests {
    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "",
    ])
    func `a day that the calendar does not have is refused`(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test func `leap years follow the Gregorian rule`() {
        #expect(CivilDate(iso: "2024-02-29") != nil)
        #expect(CivilDate(iso: "2000-02-29") != nil)
        #expect(CivilDate(iso: "1900-02-29") == nil)
    }

    @Test(arguments: [
        ("1970-01-01", Weekday.thursday), ("2026-11-21", .saturday), ("2000-02-29", .tuesday), ("1899-12-31", .sunday),
    ])
    func `every day has its weekday`(text: String, weekday: Weekday) throws {
        #expect(try date(text).weekday == weekday)
    }

    @Test func `day numbers go there and back over four centuries`() {
        var last = CivilDate(daysSinceEpoch: -150_001)
        for number in -150_000...150_000 {
            let day = CivilDate(daysSinceEpoch: number)
            guard day > last, day.daysSinceEpoch == number else {
                Issue.record("\(day) after \(last)")
                return
            }
            last = day
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
    ])
    func `months are counted by the corresponding date rule`(start: String, months: Int, end: String) throws {
        #expect(try date(start).adding(months: months).description == end)
    }

    @Test func `times of day are read on the 24-hour clock`() throws {
        #expect(ClockTime(iso: "09:30")?.minutesSinceMidnight == 570)
        #expect(ClockTime(iso: "24:00") == nil)
        #expect(ClockTime(iso: "9:30") == nil)
        #expect(try #require(ClockTime(iso: "23:59")).description == "23:59")
    }
}
