/// A day of the Gregorian calendar, without a time or a zone: what boards mean by "review by 1 September".
///
/// Written and read as ISO 8601 (`2026-09-01`). Arithmetic is on whole days and months; years run from 1 to 9999.
public struct CivilDate: Sendable, Hashable, Comparable {
    // Four bytes and not three words: records of training hold millions of dates.
    private let storedYear: Int16
    private let storedMonth: Int8
    private let storedDay: Int8

    public var year: Int { Int(storedYear) }
    public var month: Int { Int(storedMonth) }
    public var day: Int { Int(storedDay) }

    /// - Precondition: the calendar has such a day.
    private init(known year: Int, _ month: Int, _ day: Int) {
        storedYear = Int16(year)
        storedMonth = Int8(month)
        storedDay = Int8(day)
    }

    /// The date, or `nil` where the calendar has no such day (29 February 2026, say).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysIn(month: month, year: year)
        else { return nil }
        self.init(known: year, month, day)
    }

    /// Reads exactly `YYYY-MM-DD`.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.rank < b.rank }

    /// Year, month and day in one number, which is compared in one step.
    private var rank: Int32 { Int32(storedYear) << 9 | Int32(storedMonth) << 5 | Int32(storedDay) }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate {
    /// Days since 1 January 1970, by Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).
    public var daysSinceEpoch: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of ``daysSinceEpoch``; traps outside the years 1 to 9999.
    public init(daysSinceEpoch days: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        precondition((1...9999).contains(year), "a civil date outside the years 1 to 9999")
        self.init(known: year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    public func adding(days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The same day so many months on; where that month is too short, its last day (31 January + 1 month is
    /// 28 or 29 February), as the law counts months: the corresponding date rule, *Dodds v Walker* [1981] 1 WLR 1027.
    public func adding(months: Int) -> CivilDate {
        let index = year * 12 + (month - 1) + months
        let newYear = index / 12
        let newMonth = index % 12 + 1
        let newDay = min(day, CivilDate.daysIn(month: newMonth, year: newYear))
        guard let date = CivilDate(year: newYear, month: newMonth, day: newDay) else {
            preconditionFailure("a civil date outside the years 1 to 9999")
        }
        return date
    }

    public var weekday: Weekday {
        let index = (daysSinceEpoch % 7 + 10) % 7  // 1 January 1970 was a Thursday
        return Weekday.allCases[index]
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-09-01`
    public var description: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A day of the week; the week starts on Monday (ISO 8601).
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A decimal number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
