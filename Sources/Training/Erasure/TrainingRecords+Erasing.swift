import Schemas

extension TrainingRecords {
    /// The records without somebody, as ``Erasure`` should leave them.
    func erasing(_ erased: Set<ID<Person>>, _ main: Person, _ newID: ID<Person>) -> TrainingRecords {
        let renamed = { (id: ID<Person>) in erased.contains(id) ? newID : id }
        let anonymous = Person(
            id: newID, name: Person.erasedName, email: nil, agency: main.agency, roleGroup: main.roleGroup,
            siteKind: main.siteKind)
        let rest = people.items.filter { !erased.contains($0.id) && $0.id != newID }.map { person in
            var person = person
            person.sameAs = person.sameAs.map(renamed)
            person.notSameAs = person.notSameAs.map(renamed)
            return person
        }
        return TrainingRecords(
            people: Registry(rest + [anonymous]), runs: runs.map { $0.renaming(erased, newID) },
            champions: champions.filter { !erased.contains($0.person) },
            moves: people.items.flatMap { moves.of($0.id) }.map {
                Move(person: renamed($0.person), from: $0.from, until: $0.until)
            },
            trainers: trainers.filter { !erased.contains($0.person) }.map { trainer in
                Trainer(
                    person: trainer.person, trainedBy: trainer.trainedBy.map(renamed), trained: trainer.trained,
                    validTo: trainer.validTo, courses: trainer.courses)
            },
            evaluations: evaluations)
    }

    /// Whether two records say the same, whatever the order of people.
    func saysTheSame(as other: TrainingRecords) -> Bool {
        let mine = people.items.sorted { $0.id < $1.id }
        return mine == other.people.items.sorted { $0.id < $1.id } && runs == other.runs
            && champions == other.champions && trainers == other.trainers && evaluations == other.evaluations
            && mine.allSatisfy { moves.of($0.id) == other.moves.of($0.id) }
    }
}

extension Run {
    fileprivate func renaming(_ erased: Set<ID<Person>>, _ newID: ID<Person>) -> Run {
        Run(
            id: id, course: course, date: date, start: start, end: end, venue: venue,
            trainer: trainer.map { erased.contains($0) ? newID : $0 }, places: places, status: status,
            sequence: sequence,
            attendance: attendance.map { row in
                erased.contains(row.person) ? Attendance(person: newID, status: row.status) : row
            })
    }
}
