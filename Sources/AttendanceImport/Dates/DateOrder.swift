import CivilTime

/// Which number of `3/12/2026` is the day.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
    /// As in the United Kingdom.
    case dayFirst = "day-first"
    /// As in the United States.
    case monthFirst = "month-first"

    func date(_ first: Int, _ second: Int, _ year: Int) -> CivilDate? {
        switch self {
        case .dayFirst: CivilDate(year: year, month: second, day: first)
        case .monthFirst: CivilDate(year: year, month: first, day: second)
        }
    }

    var other: DateOrder { self == .dayFirst ? .monthFirst : .dayFirst }
}

/// How the order of a file's dates was found out. Nothing is guessed: where two readings are left, people are asked.
enum DateOrderFinding: Sendable, Hashable {
    /// No date of the file can be read in two ways.
    case notNeeded
    case found(DateOrder, because: String)
    /// Both readings fit; an example.
    case undecided(example: String)
    /// Neither reading fits all dates; an example of each.
    case contradictory(dayFirst: String, monthFirst: String)

    /// - Parameters:
    ///   - dates: With how they are written.
    ///   - given: What the user says. It must fit.
    ///   - run: The day of the run: a report of another day is refused in any case, so only a reading that gives this
    ///     day can be right.
    init(_ dates: [(text: String, day: WrittenTime.Day)], given: DateOrder?, run: CivilDate) {
        var examples: [DateOrder: String] = [:]
        var fitting: Set<DateOrder> = []
        var example: String?
        for (text, day) in dates {
            guard case .numbers(let first, let second, let year) = day, first != second else { continue }
            example = example ?? text
            if first > 12 { examples[.dayFirst] = examples[.dayFirst] ?? text }
            if second > 12 { examples[.monthFirst] = examples[.monthFirst] ?? text }
            for order in DateOrder.allCases where order.date(first, second, year) == run { fitting.insert(order) }
        }
        if let day = examples[.dayFirst], let month = examples[.monthFirst] {
            self = .contradictory(dayFirst: day, monthFirst: month)
        } else if let (order, example) = examples.first, given ?? order != order {
            self =
                order == .dayFirst
                ? .contradictory(dayFirst: example, monthFirst: "--dates month-first")
                : .contradictory(dayFirst: "--dates day-first", monthFirst: example)
        } else if let given {
            self = .found(given, because: "--dates says so")
        } else if let (order, example) = examples.first {
            self = .found(order, because: "\"\(example)\" can only be read so")
        } else if let example {
            if fitting.count == 1, let order = fitting.first {
                self = .found(order, because: "\"\(example)\" is then the day of the run")
            } else {
                self = .undecided(example: example)
            }
        } else {
            self = .notNeeded
        }
    }
}
