public import CivilTime
public import Content
public import Schemas

/// Everything in a folder of training records. It reaches the rest of the house through a checked ``Draft`` only.
public struct TrainingRecords: Sendable {
    public let people: Registry<Person>
    /// By date, and runs of one day by id.
    public let runs: [Run]
    /// Each person once, in the order of the file.
    public let champions: [Champion]
    /// Who worked elsewhere before.
    public let moves: Moves
    /// Each person once, in the order of the file.
    public let trainers: [Trainer]
    /// By run; at most one for each.
    public let evaluations: [Evaluation]

    /// - Parameter runs: In any order.
    public init(
        people: Registry<Person>, runs: [Run], champions: [Champion], moves: [Move] = [], trainers: [Trainer] = [],
        evaluations: [Evaluation] = []
    ) {
        self.people = people
        self.runs = runs.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        self.champions = champions
        self.moves = Moves(moves)
        self.trainers = trainers
        self.evaluations = evaluations.sorted { $0.run < $1.run }
    }

    /// The records of a board that keeps none.
    public static let none = TrainingRecords(people: Registry([]), runs: [], champions: [])
}

extension TrainingRecords {
    /// The record that stands for this person where several are of the same one.
    public func main(_ id: ID<Person>) -> Person {
        let person = people[id]
        return person.sameAs.flatMap(people.find) ?? person
    }

    /// Where somebody worked on a day.
    public func agency(of person: Person, on date: CivilDate) -> ID<Agency> {
        moves.agency(of: person.id, on: date) ?? person.agency
    }
}
