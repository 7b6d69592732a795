import CivilTime
import Schemas

@testable import Content
@testable import Training

/// The rules once more, written to be read and not to be fast: it asks of each single day whether somebody was trained
/// on it, and looks for the last day on which they were.
struct SlowStatus {
    let board: TrainingBoard
    let person: Person
    /// Each course and all that it counts as.
    private let granted: [String: Set<String>]
    /// All that must be taken before each course.
    private let needed: [String: Set<String>]

    /// No rule of these boards is about more months than this.
    static let longest = 18

    init(board: TrainingBoard, person: Person) {
        self.board = board
        self.person = person
        let course = { (code: String) in board.courses.first { $0.id.text == code } }
        granted = Dictionary(
            uniqueKeysWithValues: board.courses.map { one in
                (one.id.text, Self.everything(from: [one.id.text]) { course($0)?.countsAs.map(\.text) ?? [] })
            })
        needed = Dictionary(
            uniqueKeysWithValues: board.courses.map { one in
                let all = Self.everything(from: Set(one.prerequisites.map(\.text))) {
                    course($0)?.prerequisites.map(\.text) ?? []
                }
                return (one.id.text, all.subtracting([one.id.text]))
            })
    }

    func status(on date: CivilDate, dueWithin days: Int) -> String {
        let known = attended.filter { $0.date < date }
        guard let first = known.map(\.date).min() else { return "never trained" }
        // What still holds by then holds for ever.
        let end = date.adding(months: Self.longest + 1)
        var last: CivilDate?
        var asked = first
        while asked <= end {
            if isTrained(on: asked, known) { last = asked }
            asked = asked.adding(days: 1)
        }
        guard let last else { return "never trained" }
        if last == end { return "current" }
        if last < date { return "overdue \(last)" }
        return date.adding(days: days) >= last ? "due \(last)" : "current \(last)"
    }

    private var attended: [Run] {
        board.runs.filter { run in
            !run.isCancelled
                && run.attendance.contains { row in
                    [.attended, .walkIn].contains(row.status) && (row.person == person.id || sameAs(row.person))
                }
        }
    }

    private func sameAs(_ id: ID<Person>) -> Bool { board.people.contains { $0.id == id && $0.sameAs == person.id } }

    private func isTrained(on date: CivilDate, _ runs: [Run]) -> Bool {
        let runs = runs.filter { $0.date <= date }
        guard let group = board.groups.first(where: { $0.id == person.roleGroup }) else { return false }
        let rule = group.rule
        let level = group.level?.text ?? "basic"
        if let months = rule.updateMonths {
            guard runs.contains(where: { $0.date.adding(months: months) >= date }) else { return false }
        }
        let had = Set(runs.flatMap { granted[$0.course.text] ?? [] })
        let counting = { (run: Run) in
            (granted[run.course.text] ?? []).filter { course in
                rank(course) >= (TrainingBoard.levels.firstIndex(of: level) ?? 0)
                    && (needed[course] ?? []).allSatisfy(had.contains)
            }
        }
        if let minutes = rule.minutes {
            let fresh = runs.filter { run in
                !counting(run).isEmpty && (rule.renewMonths.map { run.date.adding(months: $0) >= date } ?? true)
            }
            return fresh.reduce(0.0) { $0 + self.course($1.course.text).hours * 60 } >= Double(minutes)
        }
        return runs.contains { run in
            counting(run).contains { code in
                guard let months = rule.renewMonths ?? course(code).refresherMonths else { return true }
                return run.date.adding(months: months) >= date
            }
        }
    }

    private func course(_ code: String) -> Course { board.courses.first { $0.id.text == code } ?? board.courses[0] }

    private func rank(_ code: String) -> Int { TrainingBoard.levels.firstIndex(of: course(code).level.text) ?? 0 }

    private static func everything(from start: Set<String>, _ next: (String) -> [String]) -> Set<String> {
        var all = start
        while true {
            let more = all.union(all.flatMap(next))
            if more == all { return all }
            all = more
        }
    }
}
