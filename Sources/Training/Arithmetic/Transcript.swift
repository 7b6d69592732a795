public import CivilTime
public import Content
public import Schemas

/// All that the records say about one person, in all their records.
public struct Transcript: Sendable {
    /// The record that stays.
    public let person: Person
    /// Other records of the same person.
    public let merged: [Person]
    public let asOf: CivilDate
    /// What their group of staff needs.
    public let status: TrainingStatus?
    /// At each level, the lowest first.
    public let levels: [(level: ID<TrainingLevel>, status: TrainingStatus)]
    /// The newest last.
    public let lines: [Line]
    public let moves: [Move]
    public let champion: [Champion]
    public let trainer: [Trainer]
    /// Whom they trained to train.
    public let trained: [ID<Person>]
    /// The runs that they gave.
    public let given: [ID<Run>]

    /// Their line in a run.
    public struct Line: Sendable {
        public let run: Run
        public let attendance: Attendance
    }

    /// - Parameters:
    ///   - id: Somebody who is there, under any of their records.
    ///   - records: Those that `history` was made from.
    public init(of id: ID<Person>, _ records: TrainingRecords, _ history: TrainingHistory, asOf date: CivilDate) {
        let main = records.main(id)
        let merged = records.people.items.filter { $0.sameAs == main.id }
        let ids = Set([main.id] + merged.map(\.id))
        person = main
        self.merged = merged
        asOf = date
        status = history.status(of: main.id, on: date)
        levels = history.scope.levels.compactMap { level in
            history.status(of: main.id, at: level.id, on: date).map { (level.id, $0) }
        }
        lines = records.runs.flatMap { run in
            run.attendance.filter { ids.contains($0.person) }.map { Line(run: run, attendance: $0) }
        }
        moves = ids.sorted().flatMap(records.moves.of)
        champion = records.champions.filter { ids.contains($0.person) }
        trainer = records.trainers.filter { ids.contains($0.person) }
        trained = records.trainers.filter { $0.trainedBy.map(ids.contains) ?? false }.map(\.person)
        given = records.runs.filter { $0.trainer.map(ids.contains) ?? false }.map(\.id)
    }
}
