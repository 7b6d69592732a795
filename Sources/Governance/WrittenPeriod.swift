import CivilTime

/// The period that a heading tells in words: "April to June 2015", "2015/16", "2015–2018".
///
/// Only what can be read in one way is read; of "before April 2015" or "Quarter 1" nothing is known.
struct WrittenPeriod: Hashable, CustomStringConvertible {
    /// A month of a year, or a whole year.
    struct Time: Hashable {
        let year: Int
        /// From 1; `nil` for a whole year.
        let month: Int?

        /// Orders times of one kind.
        var order: Int { year * 12 + (month ?? 0) }
    }

    let first: Time
    let last: Time
    /// Whether it is a year that begins in one and ends in the next, such as 2015/16.
    private var isAcross = false
    /// Whether only a part of the year is meant, and which is not told: "Quarter 1, 2015/16".
    private(set) var isPart = false

    var hasMonths: Bool { first.month != nil }

    var description: String { first == last ? Self.text(first) : "\(Self.text(first)) to \(Self.text(last))" }

    private static func text(_ time: Time) -> String {
        time.month.map { "\(months[$0 - 1]) \(time.year)" } ?? String(time.year)
    }

    /// Whether these days are the period's, as far as it tells them: of a year or a span of years only the years are known,
    /// since some years begin in April and some in September.
    func fits(_ from: CivilDate, _ to: CivilDate) -> Bool {
        guard !isPart else { return covers(from, to) }
        return first.year == from.year && last.year == to.year && (first.month ?? from.month) == from.month
            && (last.month ?? to.month) == to.month
    }

    /// Whether these days lie in the period. One such as 2015/16 is that from April 2015, when the financial year begins,
    /// to August 2016, when the school year ends.
    func covers(_ from: CivilDate, _ to: CivilDate) -> Bool {
        let start = Time(year: first.year, month: first.month ?? (isAcross ? 4 : 1))
        let end = Time(year: last.year, month: last.month ?? (isAcross ? 8 : 12))
        return start.order <= from.year * 12 + from.month && to.year * 12 + to.month <= end.order
    }
}

// Reading.
extension WrittenPeriod {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Words that may stand beside a period and change nothing about it.
    private static let idle: Set<String> = ["year", "financial", "school", "academic", "to", "the", "of", "in", "and"]

    /// Words that say which part of a year is meant.
    private static let parts: Set<String> = [
        "quarter", "q1", "q2", "q3", "q4", "1", "2", "3", "4", "first", "second", "third", "fourth", "1st", "2nd",
        "3rd",
        "4th", "half", "term", "autumn", "spring", "summer", "winter",
    ]

    /// Reads a heading that tells a period and nothing else.
    init?(heading: String) {
        let words = Word.words(of: heading)
        guard words.allSatisfy({ $0.isTime || Self.idle.contains($0.text) || Self.parts.contains($0.text) }) else {
            return nil
        }
        self.init(words)
        isPart = !hasMonths && words.contains { Self.parts.contains($0.text) }
    }

    /// Reads a title in which one period stands among other words, and no word such as "since" makes another of it.
    init?(title: String) {
        let words = Word.words(of: title)
        let turning: Set<String> = ["before", "after", "since", "until", "by", "from", "between", "with", "against"]
        guard !words.contains(where: { turning.contains($0.text) }) else { return nil }
        self.init(words.filter(\.isTime))
    }

    private init?(_ words: [Word]) {
        let times = words.map(\.kind).filter { $0 != .other }
        switch times.count {
        case 1: self.init(year: times[0])
        case 2: self.init(times[0], times[1])
        case 3: self.init(months: times[0], times[1], year: times[2])
        case 4: self.init(from: (times[0], times[1]), to: (times[2], times[3]))
        default: return nil
        }
    }

    /// "2015", "2015/16"
    private init?(year: Word.Kind) {
        switch year {
        case .year(let year): self.init(Time(year: year, month: nil), Time(year: year, month: nil))
        case .years(let year, let next, let isShort):
            self.init(Time(year: year, month: nil), Time(year: next, month: nil))
            isAcross = isShort && next == year + 1
        case .month, .other: return nil
        }
    }

    /// "2012 to 2015", "April 2015"
    private init?(_ first: Word.Kind, _ last: Word.Kind) {
        guard case .year(let end) = last else { return nil }
        switch first {
        case .year(let year): self.init(Time(year: year, month: nil), Time(year: end, month: nil))
        case .month(let month): self.init(Time(year: end, month: month), Time(year: end, month: month))
        case .years, .other: return nil
        }
    }

    /// "April to June 2015", "November to January 2016"
    private init?(months first: Word.Kind, _ last: Word.Kind, year: Word.Kind) {
        guard case .month(let month) = first, case .month(let next) = last, case .year(let year) = year else {
            return nil
        }
        self.init(Time(year: month > next ? year - 1 : year, month: month), Time(year: year, month: next))
    }

    /// "April 2015 – March 2016"
    private init?(from first: (Word.Kind, Word.Kind), to last: (Word.Kind, Word.Kind)) {
        guard case (.month(let month), .year(let year)) = first, case (.month(let next), .year(let end)) = last else {
            return nil
        }
        self.init(Time(year: year, month: month), Time(year: end, month: next))
    }

    private init?(_ first: Time, _ last: Time) {
        guard first.order <= last.order else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// A word of a heading, and what it tells of time.
    private struct Word {
        let text: String
        let kind: Kind

        enum Kind: Hashable {
            case month(Int)
            case year(Int)
            /// "2015/16" or "2015–2018".
            case years(Int, Int, isShort: Bool)
            case other
        }

        var isTime: Bool { kind != .other }

        static func words(of text: String) -> [Word] {
            // The dash or stroke between two years joins them; any other only parts words.
            var words: [Word] = []
            for piece in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && !isJoint($0) }) {
                let parts = piece.split(whereSeparator: isJoint)
                if parts.count == 2, let first = year(parts[0]), let last = end(parts[1], of: first) {
                    words.append(Word(text: String(piece), kind: .years(first, last, isShort: parts[1].count == 2)))
                } else {
                    words += parts.map { Word(text: String($0), kind: kind($0)) }
                }
            }
            return words
        }

        private static func isJoint(_ character: Character) -> Bool { "-–—/".contains(character) }

        private static func kind(_ word: Substring) -> Kind {
            if let year = year(word) { return .year(year) }
            guard word.count >= 3, let month = months.firstIndex(where: { isMonth(word, $0.lowercased()) }) else {
                return .other
            }
            return .month(month + 1)
        }

        /// "sept" is in use besides the three letters.
        private static func isMonth(_ word: Substring, _ month: String) -> Bool {
            word == month || word == month.prefix(3) || word == "sept" && month == "september"
        }

        private static func year(_ word: Substring) -> Int? {
            guard word.utf8.count == 4, let year = Int(word), (1980...2099).contains(year) else { return nil }
            return year
        }

        /// The last year of a span: "16" and "2016" behind 2015.
        private static func end(_ word: Substring, of first: Int) -> Int? {
            if let year = year(word) { return year > first ? year : nil }
            guard word.utf8.count == 2, let digits = Int(word), first / 100 * 100 + digits > first else { return nil }
            return first / 100 * 100 + digits
        }
    }
}
