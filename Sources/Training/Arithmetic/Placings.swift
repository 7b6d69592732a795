import CivilTime
import Content
import Schemas

/// What counting people needs of each record, with numbers in place of ids: a report asks for it once a quarter for
/// everybody, and most of its time went into comparing the same few ids again.
struct Placings: Sendable {
    /// The parts that people belong to by where they work now.
    let cells: [Compliance.Cell]
    private let placings: [Placing]

    private struct Placing {
        /// The place of their part in ``Placings/cells``.
        let cell: Int32
        /// The place of their group of staff in the framework, or -1.
        let roleGroup: Int32
        /// The last day on which they are counted, in days since 1970.
        let lastDay: Int32
        /// Whether they worked elsewhere before.
        let hasMoved: Bool
    }

    init(_ records: TrainingRecords, _ scope: TrainingScope) async {
        let people = records.people
        let parts = await PartOfPeople.map(people.items.count) { places in
            var numbers = CellNumbers(scope)
            let placings = places.map { place in
                let roleGroup = scope.framework?.roleGroups.index(of: people.items[place].roleGroup)
                return Placing(
                    cell: numbers.number(of: people.items[place], roleGroup), roleGroup: Int32(roleGroup ?? -1),
                    lastDay: people.items[place].lastDayCounted,
                    hasMoved: !records.moves.isEmpty && !records.moves.of(people.items[place].id).isEmpty)
            }
            return (placings: placings, cells: numbers.cells)
        }
        var cells: [Compliance.Cell] = []
        var places: [Compliance.Cell: Int32] = [:]
        var placings: [Placing] = []
        placings.reserveCapacity(people.items.count)
        for part in parts {
            let numbers = part.cells.map { cell in
                if let known = places[cell] { return known }
                places[cell] = Int32(cells.count)
                cells.append(cell)
                return Int32(cells.count - 1)
            }
            placings += part.placings.map { one in
                Placing(
                    cell: numbers[Int(one.cell)], roleGroup: one.roleGroup, lastDay: one.lastDay,
                    hasMoved: one.hasMoved)
            }
        }
        self.cells = cells
        self.placings = placings
    }

    func roleGroup(of person: Int) -> Int? {
        let place = placings[person].roleGroup
        return place < 0 ? nil : Int(place)
    }

    /// Whether they are one of the staff who are counted on a day.
    ///
    /// - Parameter day: In days since 1970.
    func isCounted(_ person: Int, on day: Int) -> Bool { day <= placings[person].lastDay }

    /// The place of their part; `nil` where they worked elsewhere before, so that it depends on the day.
    func cell(of person: Int) -> Int? {
        placings[person].hasMoved ? nil : Int(placings[person].cell)
    }
}

/// Numbers the parts that people belong to, in the order in which they come up.
private struct CellNumbers {
    private(set) var cells: [Compliance.Cell] = []
    private let scope: TrainingScope
    private let groups: Int
    private let kinds: Int
    /// By the places of agency, group of staff and kind of site in the board's lists; -1 for those without a number.
    private var numbers: [Int32]
    /// Of people with an id that is in none of the lists.
    private var others: [Compliance.Cell: Int32] = [:]

    init(_ scope: TrainingScope) {
        self.scope = scope
        groups = scope.roleGroups.count
        kinds = scope.siteKinds.count + 1
        numbers = Array(repeating: -1, count: scope.agencies.items.count * groups * kinds)
    }

    /// - Parameter roleGroup: The place of their group of staff.
    mutating func number(of person: Person, _ roleGroup: Int?) -> Int32 {
        // Who has no kind of site comes first.
        let kind = person.siteKind.map { id in scope.framework?.siteKinds.index(of: id).map { $0 + 1 } } ?? 0
        guard let roleGroup, let kind, let agency = scope.agencies.index(of: person.agency) else {
            let cell = Compliance.Cell(person, at: person.agency)
            if let number = others[cell] { return number }
            others[cell] = add(cell)
            return Int32(cells.count - 1)
        }
        let place = (agency * groups + roleGroup) * kinds + kind
        if numbers[place] < 0 { numbers[place] = add(Compliance.Cell(person, at: person.agency)) }
        return numbers[place]
    }

    private mutating func add(_ cell: Compliance.Cell) -> Int32 {
        cells.append(cell)
        return Int32(cells.count - 1)
    }
}

extension Compliance.Cell {
    init(_ person: Person, at agency: ID<Agency>) {
        self.init(agency: agency, roleGroup: person.roleGroup, siteKind: person.siteKind)
    }
}

extension Person {
    /// The last day on which they are one of the staff who are counted, in days since 1970: one record for each, of people
    /// who work there. Whoever was erased counts until they left, and where that is not known, not at all.
    fileprivate var lastDayCounted: Int32 {
        guard sameAs == nil, !(left == nil && isErased) else { return .min }
        guard left != nil || keepUntil != nil else { return .max }
        return lastDayAsStaff.map { Int32($0.daysSinceEpoch) } ?? .max
    }

    /// Whether they are one of the staff who are counted on a day.
    func isCounted(on date: CivilDate) -> Bool { date.daysSinceEpoch <= lastDayCounted }
}
