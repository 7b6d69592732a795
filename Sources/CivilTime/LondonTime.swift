/// Clock time in the United Kingdom.
///
/// Summer time runs from 01:00 GMT on the last Sunday of March to 01:00 GMT on the last Sunday of October: the Summer
/// Time Act 1972 as amended by the Summer Time Order 2002 (SI 2002/262).
public enum LondonTime {
    /// Whether clocks show British Summer Time at this moment. The hour that comes twice in October counts as summer
    /// time, its first occurrence.
    public static func isSummer(_ date: CivilDate, _ time: ClockTime) -> Bool {
        guard let start = lastSunday(of: 3, date.year), let end = lastSunday(of: 10, date.year) else { return false }
        let startOfSummer = 60
        let endOfSummer = 120
        if date == start { return time.minutesSinceMidnight >= startOfSummer }
        if date == end { return time.minutesSinceMidnight < endOfSummer }
        return start < date && date < end
    }

    /// `2026-06-01T09:30:00+01:00`
    public static func isoText(_ date: CivilDate, _ time: ClockTime) -> String {
        "\(date)T\(time):00\(isSummer(date, time) ? "+01:00" : "+00:00")"
    }

    private static func lastSunday(of month: Int, _ year: Int) -> CivilDate? {
        CivilDate(year: year, month: month, day: 31).map { $0.adding(days: -(($0.weekday.rawValue + 1) % 7)) }
    }
}
