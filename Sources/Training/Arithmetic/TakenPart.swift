import CivilTime
import Content
import Schemas

/// Whom a run trained.
struct TrainedPeople: Sendable {
    let what: Taken
    /// Their places in the list of people.
    let people: [Int32]

    /// - Parameter people: The place of each row's person; -1 for a row that counts nowhere.
    init(_ run: Run, _ people: [Int32], _ scope: TrainingScope) {
        what = Taken(day: run.date, course: scope.courses.index(of: run.course) ?? 0)
        guard !run.isCancelled else {
            self.people = []
            return
        }
        var trained: [Int32] = []
        trained.reserveCapacity(people.count)
        for (status, person) in zip(run.attendance.statuses, people) where status.countsAsAttended && person >= 0 {
            trained.append(person)
        }
        self.people = trained
    }
}

/// What some people who stand side by side have taken, person by person, the oldest first.
///
/// A class, although it never changes: see ``Curriculum``.
final class TakenPart: Sendable {
    private let taken: [Taken]
    /// Where each person's part of ``taken`` starts; one more at the end.
    private let starts: [Int32]
    private let first: Int

    /// - Parameter runs: All of them, the oldest first.
    init(_ people: Range<Int>, _ runs: [TrainedPeople]) {
        let (first, size) = (Int32(people.lowerBound), UInt32(people.count))
        var starts = [Int32](repeating: 0, count: people.count + 1)
        for run in runs {
            for person in run.people where UInt32(bitPattern: person &- first) < size {
                starts[Int(person - first) + 1] += 1
            }
        }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        var next = starts
        let total = Int(starts[people.count])
        taken = [Taken](unsafeUninitializedCapacity: total) { taken, count in
            for run in runs {
                for person in run.people where UInt32(bitPattern: person &- first) < size {
                    let place = Int(person - first)
                    taken.initializeElement(at: Int(next[place]), to: run.what)
                    next[place] += 1
                }
            }
            // Every place was counted once and is filled once.
            count = total
        }
        self.starts = starts
        self.first = people.lowerBound
    }

    /// - Parameter person: Their place in the whole list.
    func of(_ person: Int) -> ArraySlice<Taken> {
        taken[Int(starts[person - first])..<Int(starts[person - first + 1])]
    }
}
