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

    init(_ records: TrainingRecords, _ scope: TrainingScope) {
        var cells: [Compliance.Cell] = []
        var places: [Compliance.Cell: Int32] = [:]
        // People who stand side by side often work side by side.
        var last: (cell: Compliance.Cell, place: Int32)?
        placings = records.people.items.map { person in
            let cell = Compliance.Cell(person, at: person.agency)
            let place: Int32
            if let last, last.cell == cell {
                place = last.place
            } else if let known = places[cell] {
                place = known
            } else {
                place = Int32(cells.count)
                places[cell] = place
                cells.append(cell)
            }
            last = (cell, place)
            return Placing(
                cell: place, roleGroup: Int32(scope.framework?.roleGroups.index(of: person.roleGroup) ?? -1),
                lastDay: person.lastDayCounted, hasMoved: !records.moves.of(person.id).isEmpty)
        }
        self.cells = cells
    }

    func roleGroup(of person: Int) -> Int? {
        let place = placings[person].roleGroup
        return place < 0 ? nil : Int(place)
    }

    /// Whether they are one of the staff who are counted on a day.
    func isCounted(_ person: Int, on date: CivilDate) -> Bool { date.daysSinceEpoch <= placings[person].lastDay }

    /// The place of their part; `nil` where they worked elsewhere before, so that it depends on the day.
    func cell(of person: Int) -> Int? {
        placings[person].hasMoved ? nil : Int(placings[person].cell)
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
        guard sameAs == nil, !(isErased && left == nil) else { return .min }
        return lastDayAsStaff.map { Int32($0.daysSinceEpoch) } ?? .max
    }

    /// Whether they are one of the staff who are counted on a day.
    func isCounted(on date: CivilDate) -> Bool { date.daysSinceEpoch <= lastDayCounted }
}
