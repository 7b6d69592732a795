import Content
import Schemas

/// What agencies say about how many staff they have. Where one says nothing, a sum that needs it is not known.
struct Headcounts: Sendable {
    private let stated: [Compliance.Cell: Int]
    /// Of whom there are records.
    private let onRecord: [Compliance.Cell]
    /// A cell for each group of staff of each agency that states nothing at all.
    private let silent: [Compliance.Cell]

    init(_ scope: TrainingScope, onRecord: [Compliance.Cell]) {
        self.onRecord = onRecord
        var stated: [Compliance.Cell: Int] = [:]
        for agency in scope.agencies.items {
            for row in agency.headcount?.staff ?? [] {
                let cell = Compliance.Cell(agency: agency.id, roleGroup: row.roleGroup, siteKind: row.siteKind)
                stated[cell] = row.people
            }
        }
        self.stated = stated
        silent = scope.agencies.items.filter { $0.headcount == nil }.flatMap { agency in
            scope.roleGroups.map { Compliance.Cell(agency: agency.id, roleGroup: $0.id, siteKind: nil) }
        }
    }

    /// How many staff belong to a part; `nil` where that is not known.
    ///
    /// An agency that states its staff has none in groups that it leaves out and that nobody on record is in. One that
    /// states nothing makes every sum unknown that its staff could belong to, except those by kind of site: which kinds
    /// of site an agency has is seen from its records.
    func sum(where belongs: (Compliance.Cell) -> Bool) -> Int? {
        guard !silent.contains(where: belongs) else { return nil }
        let counted = stated.filter { belongs($0.key) }
        let isCovered = onRecord.allSatisfy { cell in
            !belongs(cell) || counted.keys.contains { $0.covers(cell) }
        }
        return isCovered && !counted.isEmpty ? counted.values.reduce(0, +) : nil
    }
}

extension Compliance.Cell {
    /// Whether a number stated for this cell is about the people of another one.
    fileprivate func covers(_ other: Compliance.Cell) -> Bool {
        agency == other.agency && roleGroup == other.roleGroup
            && (siteKind == nil || other.siteKind == nil || siteKind == other.siteKind)
    }
}
