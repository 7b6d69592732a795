import CivilTime

/// A second on the clocks of the United Kingdom, counted from 1 January 1970, 00:00, as if every day had 24 hours.
///
/// Clocks are what runs and reports are written in. The one hour a year that comes twice cannot be told apart in them.
struct Moment: Sendable, Hashable, Comparable {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init(_ date: CivilDate, clock: Int) { seconds = date.daysSinceEpoch * Moment.day + clock }

    static let day = 86_400

    static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

    /// The same second, from a clock that is so far ahead of UTC.
    init(_ date: CivilDate, clock: Int, offset: Int) {
        let universal = Moment(date, clock: clock).seconds - offset
        seconds = universal + (Moment.isSummer(universal: universal) ? 3600 : 0)
    }

    /// Summer time starts and ends at 01:00 UTC. ``LondonTime`` knows it by the clock on the wall, which shows 01:00 to
    /// 02:00 twice on the last day; asking an hour on as well tells the two apart.
    private static func isSummer(universal seconds: Int) -> Bool {
        [seconds, seconds + 3600].allSatisfy { seconds in
            let days = Int((Double(seconds) / Double(day)).rounded(.down))
            let minutes = (seconds - days * day) / 60
            guard (-700_000...2_900_000).contains(days), let time = ClockTime(hour: minutes / 60, minute: minutes % 60)
            else { return false }
            return LondonTime.isSummer(CivilDate(daysSinceEpoch: days), time)
        }
    }

    var date: CivilDate? {
        let days = seconds >= 0 ? seconds / Moment.day : (seconds - Moment.day + 1) / Moment.day
        return (-700_000...2_900_000).contains(days) ? CivilDate(daysSinceEpoch: days) : nil
    }
}

/// Whose clock the times of a file are from, where it does not say.
public enum ClockChoice: String, Sendable, Hashable, CaseIterable {
    case uk, utc
}

/// Turns written times into moments.
struct Clock: Sendable {
    let order: DateOrder?
    let choice: ClockChoice
    /// The day of times without a date.
    let run: CivilDate

    func moment(_ written: WrittenTime) -> Moment? {
        guard let clock = written.clock, let date = date(written.day) else { return nil }
        if let offset = written.offset { return Moment(date, clock: clock, offset: offset) }
        return choice == .utc ? Moment(date, clock: clock, offset: 0) : Moment(date, clock: clock)
    }

    func date(_ day: WrittenTime.Day) -> CivilDate? {
        switch day {
        case .none: run
        case .certain(let date): date
        case .numbers(let first, let second, let year):
            // Where both numbers are the same, either order will do.
            (order ?? .dayFirst).date(first, second, year)
        }
    }
}
