import Diagnostics
import Tables
import CivilTime
import Training

/// Finds the run's column in a register that has one for each session.
struct SessionColumn: Sendable {
    /// `nil` in registers that have none.
    let place: Int?

    init(_ register: Register, run: Run, asked: String?, path: String) throws(ImportRefusal) {
        guard register.format == .moodleAttendance else {
            place = nil
            return
        }
        let dated = register.unknownHeadings.compactMap { heading -> (place: Int, text: String, time: WrittenTime)? in
            WrittenTime(heading.text.dayAndTime).map { (heading.place, heading.text, $0) }
        }
        let fitting: [(place: Int, text: String, time: WrittenTime)]
        if let asked {
            fitting = dated.filter { $0.text.asHeading == asked.asHeading }
        } else if dated.count == 1, dated[0].time.day.canBe(run.date) {
            fitting = dated
        } else {
            let onDay = dated.filter { $0.time.day.canBe(run.date) }
            let atTime = onDay.filter { $0.time.clock == run.start.minutesSinceMidnight * 60 }
            fitting = onDay.count > 1 && atTime.count == 1 ? atTime : onDay
        }
        guard fitting.count == 1 else {
            let names = dated.map { "\"\($0.text)\"" }.joined(separator: ", ")
            let problem = fitting.isEmpty ? "no session of this file is on \(run.date)" : "several sessions fit the run"
            throw ImportRefusal(
                .noSuchSession, problem, path: path, line: register.headings.number,
                help: names.isEmpty ? "it has no sessions" : "name one with --session: \(names)")
        }
        place = fitting[0].place
    }
}

extension String {
    /// Moodle adds the group behind the time: `12 Mar 2026 9.30AM All students`.
    fileprivate var dayAndTime: String {
        let words = split(separator: " ")
        for count in stride(from: words.count, to: 0, by: -1) {
            let head = words.prefix(count).joined(separator: " ")
            if let time = WrittenTime(head), time.day != .none { return head }
        }
        return self
    }
}

extension WrittenTime.Day {
    fileprivate func canBe(_ date: CivilDate) -> Bool {
        switch self {
        case .none: false
        case .certain(let day): day == date
        case .numbers(let first, let second, let year):
            DateOrder.allCases.contains { $0.date(first, second, year) == date }
        }
    }
}
