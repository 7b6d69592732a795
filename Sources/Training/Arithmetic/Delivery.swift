public import CivilTime
public import Content
public import Schemas

/// What was delivered in a period: "4 runs, 72 people from 11 agencies".
public struct Delivery: Sendable, Hashable {
    /// Runs that took place.
    public let runs: Int
    /// How often somebody was trained: a person at two runs counts twice.
    public let attendances: Int
    /// How many people were trained: a person at two runs counts once.
    public let people: Int
    /// How many agencies they are from, by where they work now.
    public let agencies: Int

    /// - Parameters:
    ///   - period: Both days are in it.
    ///   - course: `nil` for all courses.
    ///   - asOf: Runs of this day and after it have not been held yet.
    public init(
        of records: TrainingRecords, in period: ClosedRange<CivilDate>, course: ID<Course>? = nil, asOf date: CivilDate
    ) {
        let held = records.heldRuns(asOf: date).filter {
            period.contains($0.date) && (course == nil || $0.course == course)
        }
        let trained = held.flatMap { $0.attendance.filter(\.status.countsAsAttended).map(\.person) }
        let people = Set(trained)
        runs = held.count
        attendances = trained.count
        self.people = people.count
        agencies = Set(people.map { records.people[$0].agency }).count
    }
}
