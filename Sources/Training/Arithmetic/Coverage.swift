public import CivilTime
public import Content
public import Schemas

/// How many champions there are, against how many there should be.
public struct Coverage: Sendable {
    public let total: Cell
    /// Every agency, also those without champions, in the order of their file.
    public let agencies: [(agency: ID<Agency>, cell: Cell)]
    /// Every kind of site, likewise.
    public let siteKinds: [(siteKind: ID<SiteKind>, cell: Cell)]

    public struct Cell: Sendable, Hashable {
        public let champions: Int
        /// `nil` where no target is set.
        public let target: Int?

        /// How many are wanting; 0 where the target is met, `nil` where there is none.
        public var gap: Int? { target.map { max(0, $0 - champions) } }
    }

    /// - Parameter champions: Those to count. Everybody serving, for the whole; anybody less, for a part.
    public init(of champions: [Champion], agencies: Registry<Agency>, framework: TrainingFramework?) {
        let byAgency = Dictionary(grouping: champions, by: \.agency).mapValues(\.count)
        let bySiteKind = Dictionary(grouping: champions, by: \.siteKind).mapValues(\.count)
        let targets = Dictionary(
            (framework?.agencyTargets ?? []).map { ($0.agency, $0.target) }, uniquingKeysWith: { first, _ in first })
        total = Cell(champions: champions.count, target: framework?.champions.target)
        self.agencies = agencies.items.map {
            ($0.id, Cell(champions: byAgency[$0.id] ?? 0, target: targets[$0.id]))
        }
        siteKinds = (framework?.siteKinds.items ?? []).map {
            ($0.id, Cell(champions: bySiteKind[$0.id] ?? 0, target: $0.target))
        }
    }
}

extension TrainingRecords {
    /// Those who serve on a day. Whoever's record is past its date, or was erased, is none any more.
    public func servingChampions(asOf date: CivilDate) -> [Champion] {
        champions.filter { champion in
            guard champion.isServing(on: date) else { return false }
            let person = main(champion.person)
            return !person.isPastItsDate(on: date) && !person.isErased
        }
    }
}
