import CivilTime
import Content
import Schemas

/// A day on which everybody is judged.
struct JudgedDay: Sendable {
    let date: CivilDate
    /// Runs of this day and after it have not been held.
    let end: CivilDate
    /// What runs out within so many days is due.
    let dueWithin: Int

    /// - Parameter inTheEvening: Whether runs of the day itself have been held.
    init(_ date: CivilDate, inTheEvening: Bool, dueWithin: Int) {
        self.date = date
        end = inTheEvening ? date.adding(days: 1) : date
        self.dueWithin = dueWithin
    }
}

/// How many of some people who stand side by side are trained, on each of some days.
struct ComplianceCount: Sendable {
    /// Day by day, by the places of ``Placings/cells``.
    private var cells: [Compliance.Counts]
    private let cellCount: Int
    /// For each day, those who worked elsewhere before.
    private(set) var moved: [[Compliance.Cell: Compliance.Counts]]

    init(_ people: Range<Int>, _ records: TrainingRecords, _ history: TrainingHistory, _ days: [JudgedDay]) {
        let placings = history.placings
        let cellCount = placings.cells.count
        self.cellCount = cellCount
        cells = Array(repeating: Compliance.Counts(), count: days.count * cellCount)
        moved = Array(repeating: [:], count: days.count)
        guard let part = people.first.map({ history.taken[$0 / PartOfPeople.size] }) else { return }
        let numbers = days.map(\.date.daysSinceEpoch)
        // What was taken grows from day to day.
        let order = days.indices.sorted { days[$0].end < days[$1].end }
        for person in people {
            guard let need = history.requirement(person) else { continue }
            let all = part.of(person)
            var end = all.startIndex
            var known: (end: Int, standing: Standing)?
            for day in order where placings.isCounted(person, on: numbers[day]) {
                while end < all.endIndex, all[end].day < days[day].end { end += 1 }
                // In most quarters, most people take nothing.
                let standing =
                    known.flatMap { $0.end == end ? $0.standing : nil }
                    ?? history.curriculum.standing(all[..<end], for: need)
                known = (end, standing)
                let status = TrainingStatus(standing, on: days[day].date, dueWithin: days[day].dueWithin)
                if let cell = placings.cell(of: person) {
                    cells[day * cellCount + cell].add(status)
                } else {
                    let person = records.people.items[person]
                    let agency = records.agency(of: person, on: days[day].date)
                    moved[day][Compliance.Cell(person, at: agency), default: Compliance.Counts()].add(status)
                }
            }
        }
    }

    /// By the places of ``Placings/cells``.
    func cells(on day: Int) -> ArraySlice<Compliance.Counts> {
        cells[day * cellCount..<(day + 1) * cellCount]
    }
}
