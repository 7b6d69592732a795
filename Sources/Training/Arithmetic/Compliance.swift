public import CivilTime
public import Content
public import Schemas

/// How many staff are trained as their group needs, on one day: for the whole board and by agency, group of staff, level
/// and kind of site.
///
/// Only people on record are counted, who have not left and whose record may still be kept; ``Counts/notOnRecord`` says
/// how many others there are, where an agency's headcount tells.
///
/// Pages of the trainer edition and reports are made from this value: each row has the id to look its title up by;
/// ``roleGroups(of:)`` has an agency's own page, ``Quarters`` its course over time, ``DueList`` the people behind it.
public struct Compliance: Sendable {
    /// The day on which it is judged.
    public let asOf: CivilDate
    public let total: Counts
    /// Every agency of the board, in the order of its file; and so for the others.
    public let agencies: [Row<Agency>]
    public let roleGroups: [Row<RoleGroup>]
    /// By the level that people need.
    public let levels: [Row<TrainingLevel>]
    /// By the kind of place that people work at; those without one are in ``withoutSiteKind``.
    public let siteKinds: [Row<SiteKind>]
    public let withoutSiteKind: Counts

    private let cells: [Cell: Counts]
    private let headcounts: Headcounts
    private let groups: [ID<RoleGroup>]

    /// The staff of one agency, group, level or kind of site.
    public struct Row<Item: Entity>: Sendable {
        public let id: ID<Item>
        public let counts: Counts
    }

    /// How many people stand where.
    public struct Counts: Sendable, Hashable {
        public internal(set) var current = 0
        /// Trained, and due soon.
        public internal(set) var due = 0
        public internal(set) var overdue = 0
        public internal(set) var never = 0
        /// How many staff there are by the agencies' own word; `nil` where one did not say.
        public internal(set) var headcount: Int?

        /// How many are on record.
        public var onRecord: Int { current + due + overdue + never }

        /// How many are trained on the day.
        public var trained: Int { current + due }

        /// How many staff nobody has a record of, so that nothing is known of them; `nil` where the headcount is not
        /// known, or is smaller than the number on record, so that one of the two is wrong.
        public var notOnRecord: Int? { headcount.flatMap { $0 < onRecord ? nil : $0 - onRecord } }

        /// The share of all staff who are trained, in percent, rounded half up. `nil`, "not known", where the headcount
        /// is: unknown is not zero, and those on record are not everybody.
        public var percentTrained: Int? {
            guard let headcount, headcount > 0, headcount >= onRecord else { return nil }
            return (trained * 200 + headcount) / (headcount * 2)
        }
    }

    /// The smallest part that is counted.
    struct Cell: Hashable, Sendable {
        let agency: ID<Agency>
        let roleGroup: ID<RoleGroup>
        let siteKind: ID<SiteKind>?
    }

    /// - Parameters:
    ///   - records: Those that `history` was made from.
    ///   - date: The day on which it is judged. People count for the agency where they work that day.
    ///   - inTheEvening: Whether runs of the day itself have been held, as at the end of a period. On the day of asking
    ///     they are still to come.
    ///   - dueWithin: In days; `nil` for the board's own number.
    public init(
        _ records: TrainingRecords, _ history: TrainingHistory, asOf date: CivilDate, inTheEvening: Bool = false,
        dueWithin: Int? = nil
    ) async {
        let day = JudgedDay(date, inTheEvening: inTheEvening, dueWithin: dueWithin ?? history.scope.dueWithinDays)
        let counts = await Self.count(records, history, [day])
        self.init(history, counts[0], asOf: date)
    }

    /// - Parameter cells: How many people of each part stand where on the day.
    init(_ history: TrainingHistory, _ cells: [Cell: Counts], asOf date: CivilDate) {
        let scope = history.scope
        let headcounts = Headcounts(scope, onRecord: Array(cells.keys))
        let sum = { (belongs: (Cell) -> Bool) in
            var counts = Self.sum(cells, where: belongs)
            counts.headcount = headcounts.sum(where: belongs)
            return counts
        }
        asOf = date
        self.cells = cells
        self.headcounts = headcounts
        groups = scope.roleGroups.map(\.id)
        total = sum { _ in true }
        agencies = scope.agencies.items.map { agency in Row(id: agency.id, counts: sum { $0.agency == agency.id }) }
        roleGroups = groups.map { group in Row(id: group, counts: sum { $0.roleGroup == group }) }
        levels = scope.levels.map { level in
            let needing = Set(scope.roleGroups.filter { scope.level(of: $0) == level.id }.map(\.id))
            return Row(id: level.id, counts: sum { needing.contains($0.roleGroup) })
        }
        siteKinds = scope.siteKinds.map { kind in Row(id: kind.id, counts: sum { $0.siteKind == kind.id }) }
        withoutSiteKind = Self.sum(cells) { $0.siteKind == nil }
    }
}

extension Compliance {
    /// The groups of staff of one agency; those without anybody on record and without a headcount are left out.
    public func roleGroups(of agency: ID<Agency>) -> [Row<RoleGroup>] {
        groups.compactMap { group in
            let belongs = { (cell: Cell) in cell.agency == agency && cell.roleGroup == group }
            var counts = Self.sum(cells, where: belongs)
            counts.headcount = headcounts.sum(where: belongs)
            return counts == Counts() ? nil : Row(id: group, counts: counts)
        }
    }

    static func sum(_ cells: [Cell: Counts], where belongs: (Cell) -> Bool = { _ in true }) -> Counts {
        var sum = Counts()
        for (cell, counts) in cells where belongs(cell) { sum.add(counts) }
        return sum
    }

    /// Everybody on record, on all cores; adding up does not depend on the order.
    ///
    /// - Parameter days: In any order; all are judged in one look at each person.
    /// - Returns: For each of the days, how many people of each part stand where.
    static func count(
        _ records: TrainingRecords, _ history: TrainingHistory, _ days: [JudgedDay]
    ) async -> [[Cell: Counts]] {
        let parts = await PartOfPeople.map(records.people.items.count) { people in
            ComplianceCount(people, records, history, days)
        }
        return days.indices.map { day in
            var cells: [Cell: Counts] = [:]
            for part in parts {
                for (cell, counts) in zip(history.placings.cells, part.cells(on: day)) where counts.onRecord > 0 {
                    cells[cell, default: Counts()].add(counts)
                }
                cells.merge(part.moved[day]) { $0.adding($1) }
            }
            return cells
        }
    }
}

extension Compliance.Counts {
    mutating func add(_ status: TrainingStatus) {
        switch status {
        case .current: current += 1
        case .due: due += 1
        case .overdue: overdue += 1
        case .never: never += 1
        }
    }

    mutating func add(_ other: Self) {
        current += other.current
        due += other.due
        overdue += other.overdue
        never += other.never
    }

    func adding(_ other: Self) -> Self {
        var sum = self
        sum.add(other)
        return sum
    }
}
