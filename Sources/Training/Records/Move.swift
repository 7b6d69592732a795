public import CivilTime
public import Content
public import Schemas

/// Somebody changed agencies. Their history goes with them; runs before the move count for where they worked then.
public struct Move: Sendable, Hashable {
    public let person: ID<Person>
    public let from: ID<Agency>
    /// Their last day there.
    public let until: CivilDate

    /// One row of `moves.yaml`.
    static let reader: Reader<Move> = .object(
        "move", "Somebody changed agencies.",
        required("person", .reference(), "Who."),
        required("from", .reference(), "The agency that they left; people.yaml has the one where they are now."),
        required("until", .date, "Their last day there."),
        as: Move.init)
}

/// All moves, by person.
public struct Moves: Sendable {
    private let byPerson: [ID<Person>: [Move]]

    init(_ moves: [Move]) {
        byPerson = Dictionary(grouping: moves, by: \.person).mapValues { $0.sorted { $0.until < $1.until } }
    }

    public var isEmpty: Bool { byPerson.isEmpty }

    /// Somebody's moves, the first one first.
    public func of(_ person: ID<Person>) -> [Move] { byPerson[person] ?? [] }

    /// The agency they had not left yet on this day; `nil` where it is the one of today.
    func agency(of person: ID<Person>, on date: CivilDate) -> ID<Agency>? {
        byPerson.isEmpty ? nil : byPerson[person]?.first { date <= $0.until }?.from
    }
}
