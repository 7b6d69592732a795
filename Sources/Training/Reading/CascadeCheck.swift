import Diagnostics
import Schemas

extension [Located<Trainer>] {
    /// Each trainer is listed once, and nobody was trained by somebody whom they trained.
    func checkCascade(_ reading: inout Reading) {
        var places: [ID<Person>: Located<Trainer>] = [:]
        for trainer in self {
            guard let first = places[trainer.value.person] else {
                places[trainer.value.person] = trainer
                continue
            }
            reading.report(
                .trainerTwice, "\"\(trainer.value.person)\" is listed as a trainer twice", at: trainer.location,
                notes: [.init("they are first listed here", at: first.location)], help: "keep one of the two entries")
        }
        for trainer in self where trainer.value.isInCircle(places) {
            reading.report(
                .trainersInCircle, "\"\(trainer.value.person)\" was trained by somebody whom they trained",
                at: trainer.location, help: "follow `trained_by` from entry to entry; one of them is wrong")
        }
    }
}

extension Trainer {
    /// Whether following ``trainedBy`` leads back to this trainer.
    fileprivate func isInCircle(_ trainers: [ID<Person>: Located<Trainer>]) -> Bool {
        var seen: Set<ID<Person>> = []
        var next = trainedBy
        while let person = next, seen.insert(person).inserted {
            if person == self.person { return true }
            next = trainers[person]?.value.trainedBy
        }
        return false
    }
}
