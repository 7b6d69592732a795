public import Schemas

/// Everything in a folder of training records. It reaches the rest of the house through a checked ``Draft`` only.
public struct TrainingRecords: Sendable {
    public let people: Registry<Person>
    /// By date, and runs of one day by id.
    public let runs: [Run]
    /// Each person once, in the order of the file.
    public let champions: [Champion]

    /// - Parameter runs: In any order.
    public init(people: Registry<Person>, runs: [Run], champions: [Champion]) {
        self.people = people
        self.runs = runs.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        self.champions = champions
    }

    /// The records of a board that keeps none.
    public static let none = TrainingRecords(people: Registry([]), runs: [], champions: [])
}
