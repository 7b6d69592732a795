import Diagnostics
public import Governance

extension ReviewCalendar {
    /// The calendar as an `.ics` file for the board's own diary: one whole day for each review.
    ///
    /// - Parameter board: What the calendar is called in the diary.
    public func calendarFile(named board: String) -> [UInt8] {
        let events = items.map { item in
            ICalendar.Event(
                uid: "review-\(item.kind.rawValue)-\(item.id.map { $0 == "/" ? "-" : String($0) }.joined())@signpost",
                revision: 0, isCancelled: false, date: item.due, start: nil, end: nil,
                summary: "Review: \(item.name)", place: "",
                details: (item.owner.map { "For: \($0)\n" } ?? "") + item.location.path, url: "")
        }
        return ICalendar(name: "\(board): reviews", made: today, events: events).bytes()
    }
}
