public import CivilTime
public import Content
public import Returns
public import Schemas

/// Everything in a folder of training records. It reaches the rest of the house through a checked ``Draft`` only.
public struct TrainingRecords: Sendable {
    public let people: Registry<Person>
    /// By date, and runs of one day by id.
    public let runs: [Run]
    /// Of each of ``runs``, the places of its rows' people, as ``PlacedRun`` has them.
    let places: [[Int32]]
    /// Each person once, in the order of the file.
    public let champions: [Champion]
    /// Who worked elsewhere before.
    public let moves: Moves
    /// Each person once, in the order of the file.
    public let trainers: [Trainer]
    /// By run; at most one for each.
    public let evaluations: [Evaluation]
    /// What must never stand in a finished site.
    public let canaries: [Canary]
    /// What schools say of themselves; `nil` where nobody asks them.
    public let selfAssessment: SelfAssessment?
    /// Whom the board went to see; `nil` where nobody writes it down.
    public let outreach: Outreach?

    /// Whether any two records are said to be of one person.
    let areMerged: Bool

    /// - Parameter runs: In any order.
    public init(
        people: Registry<Person>, runs: [Run], champions: [Champion], moves: [Move] = [], trainers: [Trainer] = [],
        evaluations: [Evaluation] = [], canaries: [Canary] = [], selfAssessment: SelfAssessment? = nil,
        outreach: Outreach? = nil
    ) {
        let placed = runs.map { run in
            PlacedRun(run: run, people: run.attendance.map { Int32(people.index(of: $0.person) ?? -1) })
        }
        self.init(
            people: people, placed: placed, champions: champions, moves: moves, trainers: trainers,
            evaluations: evaluations, canaries: canaries, selfAssessment: selfAssessment, outreach: outreach)
    }

    /// - Parameter placed: By the places of `people`, in any order.
    init(
        people: Registry<Person>, placed: [PlacedRun], champions: [Champion], moves: [Move], trainers: [Trainer],
        evaluations: [Evaluation], canaries: [Canary], selfAssessment: SelfAssessment?, outreach: Outreach?
    ) {
        let merged = people.items.indices.filter { people.items[$0].sameAs != nil }
        self.people = people.withDates(ofMerged: merged)
        let days = placed.map { (date: $0.run.date, id: $0.run.id) }
        let order = days.indices.sorted { days[$0] < days[$1] }
        runs = order.map { placed[$0].run }
        places = order.map { placed[$0].people }
        self.champions = champions
        areMerged = !merged.isEmpty
        // What is said of a merged record counts for the one that stays.
        self.moves = Moves(
            moves.map { Move(person: people.find($0.person)?.sameAs ?? $0.person, from: $0.from, until: $0.until) })
        self.trainers = trainers
        self.evaluations = evaluations.sorted { $0.run < $1.run }
        self.canaries = canaries
        self.selfAssessment = selfAssessment
        self.outreach = outreach
    }

    /// The records of a board that keeps none.
    public static let none = TrainingRecords(people: Registry([]), runs: [], champions: [])
}

extension Registry<Person> {
    /// With the date of a merged record on the one that stays, where that has none: both are of one person.
    ///
    /// - Parameter merged: The places of the former.
    fileprivate func withDates(ofMerged merged: [Int]) -> Registry<Person> {
        var dates: [ID<Person>: CivilDate] = [:]
        for place in merged {
            guard let main = items[place].sameAs, let date = items[place].keepUntil else { continue }
            dates[main] = max(date, dates[main] ?? date)
        }
        guard !dates.isEmpty else { return self }
        return Registry(
            items.map { person in
                var person = person
                person.keepUntil = person.keepUntil ?? dates[person.id]
                return person
            })
    }
}

extension TrainingRecords {
    /// The record that stands for this person where several are of the same one.
    public func main(_ id: ID<Person>) -> Person {
        let person = people[id]
        return person.sameAs.flatMap(people.find) ?? person
    }

    /// Where somebody worked on a day.
    public func agency(of person: Person, on date: CivilDate) -> ID<Agency> {
        moves.agency(of: person.sameAs ?? person.id, on: date) ?? person.agency
    }
}
