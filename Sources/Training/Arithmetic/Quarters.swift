public import CivilTime

/// A quarter of a year, as boards report: January to March, April to June, and so on.
public struct Quarter: Sendable, Hashable {
    public let first: CivilDate
    public let last: CivilDate

    /// The one that holds a day.
    public init(of date: CivilDate) {
        guard let first = CivilDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1) else {
            preconditionFailure("every month has a first day")
        }
        self.first = first
        last = first.adding(months: 3).adding(days: -1)
    }

    public var previous: Quarter { Quarter(of: first.adding(days: -1)) }

    /// The newest quarters that were over before a day, the oldest first.
    public static func ended(before date: CivilDate, count: Int) -> [Quarter] {
        var quarters: [Quarter] = []
        var quarter = Quarter(of: date)
        while quarters.count < count, quarter.first.year > 1 {
            quarter = quarter.previous
            quarters.insert(quarter, at: 0)
        }
        return quarters
    }
}

extension Compliance {
    /// Compliance at the end of each of the last quarters, the oldest first.
    ///
    /// It counts who is on record now and had not left by then; who was deleted since is missing from the past too.
    /// Headcounts are of today, so the past has none: ``Counts/percentTrained`` is "not known" there.
    public static func trend(
        _ records: TrainingRecords, _ history: TrainingHistory, before date: CivilDate, quarters: Int
    ) async -> [(quarter: Quarter, counts: Counts)] {
        let ended = Quarter.ended(before: date, count: quarters)
        return trend(ended, await count(records, history, ended.map { JudgedDay($0, history) }))
    }

    /// Compliance on a day, and at the end of each of the last quarters, in one look at each person.
    ///
    /// - Parameter end: As of ``trend(_:_:before:quarters:)``.
    static func withTrend(
        _ records: TrainingRecords, _ history: TrainingHistory, on day: JudgedDay, before end: CivilDate, quarters: Int
    ) async -> (Compliance, trend: [(quarter: Quarter, counts: Counts)]) {
        let ended = Quarter.ended(before: end, count: quarters)
        let counts = await count(records, history, [day] + ended.map { JudgedDay($0, history) })
        return (Compliance(history, counts[0], asOf: day.date), trend(ended, Array(counts.dropFirst())))
    }

    private static func trend(_ quarters: [Quarter], _ cells: [[Cell: Counts]]) -> [(quarter: Quarter, counts: Counts)]
    {
        zip(quarters, cells).map { ($0, sum($1)) }
    }
}

extension JudgedDay {
    /// The last day of a quarter, whose runs have been held.
    fileprivate init(_ quarter: Quarter, _ history: TrainingHistory) {
        self.init(quarter.last, inTheEvening: true, dueWithin: history.scope.dueWithinDays)
    }
}
