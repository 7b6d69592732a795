import CivilTime

/// A date and time as a program wrote it, before anybody knows which number is the day.
struct WrittenTime: Sendable, Hashable {
    let day: Day
    /// Seconds since midnight; `nil` where only a date is written.
    let clock: Int?
    /// How far ahead of UTC its clock is, in seconds, where that is written: `Z`, `+01:00`.
    let offset: Int?

    enum Day: Sendable, Hashable {
        case none
        case certain(CivilDate)
        /// `3/12/2026`
        case numbers(first: Int, second: Int, year: Int)
    }

    /// Reads what Teams, Zoom, Moodle, Excel and people write: `3/12/26, 9:31:02 AM`, `12.03.2026 09:31`,
    /// `2026-03-12T09:31:02+00:00`, `12 Mar 2026 9.30AM`, `Mar 12, 2026 09:30:00 AM`, `09:31`.
    init?(_ text: String) {
        var reader = TimeTokens(text)
        var day: Day?
        var clock: Int?
        var offset: Int?
        while !reader.isAtEnd {
            if clock == nil, let found = reader.takeClock() {
                clock = found
                offset = reader.takeOffset()
            } else if day == nil, let found = reader.takeDay() {
                day = found
            } else if !reader.takeFiller() {
                return nil
            }
        }
        guard day != nil || clock != nil else { return nil }
        self.day = day ?? .none
        self.clock = clock
        self.offset = offset
    }
}

/// The numbers, words and signs of a written time.
struct TimeTokens {
    private enum Token: Hashable {
        case number(Int, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    private let tokens: [Token]
    private var next = 0

    /// Longer text is no time.
    private static let longest = 64

    init(_ text: String) {
        var tokens: [Token] = []
        var rest = Array(text.tidied.lowercased().utf8.prefix(Self.longest))[...]
        while let byte = rest.first {
            let run = rest.prefix { $0.isDigit == byte.isDigit && $0.isLetter == byte.isLetter }
            if byte.isDigit {
                tokens.append(.number(run.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: run.count))
            } else if byte.isLetter {
                tokens.append(.word(String(decoding: run, as: UTF8.self)))
            } else {
                tokens.append(.sign(byte))
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(run.count)
        }
        self.tokens = tokens
    }

    var isAtEnd: Bool { next >= tokens.count }

    private func token(_ ahead: Int) -> Token? { tokens.indices.contains(next + ahead) ? tokens[next + ahead] : nil }

    private func number(_ ahead: Int) -> Int? {
        if case .number(let value, let digits)? = token(ahead), digits <= 4 { value } else { nil }
    }

    private func sign(_ ahead: Int, _ signs: String) -> Bool {
        if case .sign(let byte)? = token(ahead) { signs.utf8.contains(byte) } else { false }
    }

    /// White space, commas, and words that say nothing that matters here.
    mutating func takeFiller() -> Bool {
        switch token(0) {
        case .sign(let byte)?: if byte != 0x20 && byte != UInt8(ascii: ",") { return false }
        case .word(let word)?: if !Self.fillers.contains(word) { return false }
        default: return false
        }
        next += 1
        return true
    }

    private static let fillers: Set<String> = [
        "t", "at", "on", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// `9:31`, `09:31:02.5`, `9:31 PM`, `9.30am`, `9 a.m.`; seconds since midnight.
    mutating func takeClock() -> Int? {
        guard let hour = number(0), hour <= 24 else { return nil }
        var parts = [hour]
        var length = 1
        while parts.count < 3, sign(length, parts.count == 1 ? ":." : ":"), let part = number(length + 1), part < 60 {
            parts.append(part)
            length += 2
        }
        let hasColon = sign(1, ":")
        if parts.count == 3, sign(length, "."), number(length + 1) != nil { length += 2 }
        let half = halfDay(after: length)
        guard hasColon && parts.count > 1 || half != nil else { return nil }
        let seconds = (parts.dropFirst().first ?? 0) * 60 + (parts.count > 2 ? parts[2] : 0)
        guard let half else {
            guard hour < 24 else { return nil }
            next += length
            return hour * 3600 + seconds
        }
        guard (1...12).contains(hour) else { return nil }
        next += length + half.length
        return (hour % 12 + (half.isAfternoon ? 12 : 0)) * 3600 + seconds
    }

    /// `AM`, ` pm`, `a.m.`
    private func halfDay(after start: Int) -> (isAfternoon: Bool, length: Int)? {
        let at = sign(start, " ") ? start + 1 : start
        guard case .word(let word)? = token(at) else { return nil }
        if word == "am" || word == "pm" { return (word == "pm", at + 1 - start) }
        guard word == "a" || word == "p", sign(at + 1, "."), token(at + 2) == .word("m") else { return nil }
        return (word == "p", (sign(at + 3, ".") ? at + 4 : at + 3) - start)
    }

    /// `Z`, `UTC`, `+01:00`, `+0100`, behind a time.
    mutating func takeOffset() -> Int? {
        let at = sign(0, " ") ? 1 : 0
        if case .word(let word)? = token(at), ["z", "utc", "gmt"].contains(word) {
            next += at + 1
            return 0
        }
        guard sign(at, "+-"), case .number(let value, let digits)? = token(at + 1) else { return nil }
        let isBehind = sign(at, "-")
        if digits == 4 {
            next += at + 2
            return (isBehind ? -1 : 1) * (value / 100 * 3600 + value % 100 * 60)
        }
        guard digits == 2, sign(at + 2, ":"), let minutes = number(at + 3) else { return nil }
        next += at + 4
        return (isBehind ? -1 : 1) * (value * 3600 + minutes * 60)
    }

    mutating func takeDay() -> WrittenTime.Day? { takeNumericDay() ?? takeNamedDay() }

    private mutating func takeNumericDay() -> WrittenTime.Day? {
        guard sign(1, "/-."), token(1) == token(3), case .number(let first, let digits)? = token(0),
            let second = number(2), case .number(let third, let thirdDigits)? = token(4)
        else { return nil }
        if digits == 4 {
            guard let date = CivilDate(year: first, month: second, day: third) else { return nil }
            next += 5
            return .certain(date)
        }
        guard digits <= 2, (1...31).contains(first), (1...31).contains(second), thirdDigits == 2 || thirdDigits == 4
        else { return nil }
        next += 5
        return .numbers(first: first, second: second, year: Self.year(third, digits: thirdDigits))
    }

    /// `12 Mar 2026`, `12-Mar-26`, `Mar 12, 2026`
    private mutating func takeNamedDay() -> WrittenTime.Day? {
        let isDayFirst = number(0) != nil
        let gap = isDayFirst && (sign(1, " -")) || !isDayFirst && sign(1, " ") ? 2 : 1
        guard case .word(let word)? = token(isDayFirst ? gap : 0), let month = Self.month(word),
            let day = number(isDayFirst ? 0 : gap)
        else { return nil }
        var end = gap + 1
        while sign(end, " -,") { end += 1 }
        guard case .number(let value, let digits)? = token(end), digits == 2 || digits == 4,
            let date = CivilDate(year: Self.year(value, digits: digits), month: month, day: day)
        else { return nil }
        next += end + 1
        return .certain(date)
    }

    /// Two digits are of this century: there were no such files in the last.
    private static func year(_ value: Int, digits: Int) -> Int { digits == 2 ? 2000 + value : value }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) }
}
