import Schemas

extension TrainingRecords {
    /// The records without some people, as ``Erasure`` should leave them.
    func erasing(_ substitutes: Substitutes) -> TrainingRecords {
        let renamed = substitutes.renamed
        let new = Set(substitutes.all.map(\.newID))
        let rest = people.items.filter { substitutes.old[$0.id] == nil && !new.contains($0.id) }.map { person in
            var person = person
            person.sameAs = person.sameAs.map(renamed)
            person.notSameAs = person.notSameAs.map(renamed)
            return person
        }
        return TrainingRecords(
            people: Registry(rest + substitutes.all.map(\.person)), runs: runs.map { $0.naming(substitutes) },
            champions: champions.filter { substitutes.old[$0.person] == nil },
            moves: people.items.flatMap { moves.of($0.id) }.map {
                Move(person: renamed($0.person), from: $0.from, until: $0.until)
            },
            trainers: trainers.filter { substitutes.old[$0.person] == nil }.map { trainer in
                Trainer(
                    person: trainer.person, trainedBy: trainer.trainedBy.map(renamed), trained: trainer.trained,
                    validTo: trainer.validTo, courses: trainer.courses)
            },
            evaluations: evaluations, canaries: canaries, selfAssessment: selfAssessment, outreach: outreach)
    }

    /// Whether two records say the same, whatever the order of people.
    func saysTheSame(as other: TrainingRecords) -> Bool {
        let mine = people.items.sorted { $0.id < $1.id }
        return mine == other.people.items.sorted { $0.id < $1.id } && runs == other.runs
            && champions == other.champions && trainers == other.trainers && evaluations == other.evaluations
            && canaries == other.canaries
            && mine.allSatisfy { moves.of($0.id) == other.moves.of($0.id) }
    }
}

extension Run {
    func mentions(_ substitutes: Substitutes) -> Bool {
        trainer.map { substitutes.old[$0] != nil } == true
            || attendance.contains { substitutes.old[$0.person] != nil }
    }

    fileprivate func naming(_ substitutes: Substitutes) -> Run {
        guard mentions(substitutes) else { return self }
        let stays = substitutes.rowsThatStay(attendance.map { ($0.person, $0.status) })
        return Run(
            id: id, course: course, date: date, start: start, end: end, venue: venue,
            trainer: trainer.map(substitutes.renamed), places: places, status: status, sequence: sequence,
            attendance: zip(attendance, stays).filter(\.1).map { row, _ in
                substitutes.substitute(for: row.person).map { Attendance(person: $0.newID, status: row.status) } ?? row
            })
    }
}
