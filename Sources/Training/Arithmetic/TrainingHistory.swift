public import CivilTime
public import Content
import Parallelism
public import Schemas

/// Who was trained in what, and when: all records, arranged so that the status of any person on any day is a look-up.
///
/// It is made once and answers any number of questions. Records that are said to be of the same person
/// (``Person/sameAs``) are one person here, under the record that stays.
public struct TrainingHistory: Sendable {
    let curriculum: Curriculum
    /// The place, among ``TrainingRecords/people``, of the person of each row of each run; -1 for a row that counts
    /// nowhere, because another row of the run is of the same person.
    let rows: [[Int32]]

    /// What it is measured by.
    public let scope: TrainingScope

    /// What counting needs of each person, by their place.
    let placings: Placings

    /// What was taken by everybody, by ``PartOfPeople``.
    let taken: [TakenPart]

    private let people: Registry<Person>

    public init(_ records: TrainingRecords, _ scope: TrainingScope) async {
        let people = records.people
        curriculum = Curriculum(scope)
        self.scope = scope
        self.people = people
        placings = await Placings(records, scope)
        let rows = await Self.rows(records)
        self.rows = rows
        let runs = await Array(records.runs.indices).concurrentMap { TrainedPeople(records.runs[$0], rows[$0], scope) }
        taken = await PartOfPeople.map(people.items.count) { TakenPart($0, runs) }
    }

    private static func rows(_ records: TrainingRecords) async -> [[Int32]] {
        guard records.areMerged else { return records.places }
        let main = mainRecords(records.people)
        return await Array(records.runs.indices).concurrentMap { run in
            once(records.places[run].map { $0 < 0 ? -1 : main[Int($0)] }, in: records.runs[run])
        }
    }

    /// For each record, the place of the one that stands for it.
    private static func mainRecords(_ people: Registry<Person>) -> [Int32] {
        people.items.enumerated().map { place, person in Int32(person.sameAs.flatMap(people.index) ?? place) }
    }

    /// Where two records of one person stand in one run, the row that counts is one in which they were trained, or the
    /// first; the other one's place is -1.
    private static func once(_ places: [Int32], in run: Run) -> [Int32] {
        var once = places
        var rows: [Int32: Int] = [:]
        for (row, place) in places.enumerated() {
            guard let first = rows[place] else {
                rows[place] = row
                continue
            }
            let isBetter =
                run.attendance[row].status.countsAsAttended && !run.attendance[first].status.countsAsAttended
            once[isBetter ? first : row] = -1
            if isBetter { rows[place] = row }
        }
        return once
    }
}

extension TrainingHistory {
    /// What somebody had taken before a day. A run of the day itself counts from the next day on.
    ///
    /// - Parameter person: Their place among the records' people.
    func taken(_ person: Int, before date: CivilDate) -> ArraySlice<Taken> {
        taken[person / PartOfPeople.size].of(person).prefix { $0.day < date }
    }

    /// What is asked of somebody; `nil` where the board has no framework.
    func requirement(_ person: Int) -> Requirement? {
        placings.roleGroup(of: person).map { curriculum.requirements[$0] }
    }

    func status(
        _ person: Int, _ requirement: Requirement, on date: CivilDate, dueWithin: Int
    ) -> TrainingStatus {
        let standing = curriculum.standing(taken(person, before: date), for: requirement)
        return TrainingStatus(standing, on: date, dueWithin: dueWithin)
    }

    /// Where somebody stands with what their group of staff needs; `nil` where nothing is asked of them.
    ///
    /// - Parameter dueWithin: In days; `nil` for the board's own number.
    public func status(of person: ID<Person>, on date: CivilDate, dueWithin: Int? = nil) -> TrainingStatus? {
        guard let place = place(of: person), let requirement = requirement(place) else { return nil }
        return status(place, requirement, on: date, dueWithin: dueWithin ?? scope.dueWithinDays)
    }

    /// Where somebody stands at a level, by the rules for their group of staff.
    public func status(
        of person: ID<Person>, at level: ID<TrainingLevel>, on date: CivilDate, dueWithin: Int? = nil
    ) -> TrainingStatus? {
        guard let place = place(of: person), let own = requirement(place),
            let rank = scope.framework?.levels.index(of: level)
        else { return nil }
        return status(
            place, Requirement(level: rank, rule: own.rule), on: date, dueWithin: dueWithin ?? scope.dueWithinDays)
    }

    /// The courses that somebody completed before a day, the oldest first.
    public func coursesTaken(by person: ID<Person>, before date: CivilDate) -> [(day: CivilDate, course: ID<Course>)] {
        guard let place = place(of: person) else { return [] }
        return taken(place, before: date).map { ($0.day, scope.courses.items[$0.course].id) }
    }

    /// Where the record that stands for somebody has its place.
    func place(of person: ID<Person>) -> Int? {
        people.find(person).flatMap { people.index(of: $0.sameAs ?? person) }
    }
}
