import CivilTime
public import Content
public import Schemas
import Training

/// The champions of a board, as anybody may know them: how many there are by agency and by kind of site, and the names
/// of those who agreed to be named.
///
/// Whoever is named has agreed that readers know of them, and readers can count names. So what is protected is the
/// number of the others: small-count control (``CountTable``) is applied to the champions who are **not** named, and a
/// count is shown where theirs may be known. Two champions who are both named are shown as 2, since hiding what stands
/// on the same page would protect nobody; ten named and three others are hidden, since anybody could subtract.
public struct PublishedRoster: Sendable {
    public let total: Coverage
    /// Every agency of the board, in the order of its file.
    public let agencies: [Row<Agency>]
    /// Every kind of site, likewise.
    public let siteKinds: [Row<SiteKind>]
    /// By name. Each of them has given consent that holds on the day.
    public let named: [NamedChampion]
    /// How many champions are not named.
    public let unnamed: PublishableCount

    /// How many champions there are, against how many there should be.
    public struct Coverage: Sendable, Hashable {
        public let champions: PublishableCount
        /// `nil` where no target is set.
        public let target: Int?

        /// How many are wanting; hidden where the count is.
        public var gap: PublishableCount? { target.map(champions.gap(to:)) }

        /// Whether there are as many as there should be; `nil` where there is no target or nobody may know.
        public var isMet: Bool? { gap?.value.map { $0 == 0 } }

        /// In percent of the target; `nil` where there is none or nobody may know.
        public var percentage: Int? { target.flatMap { champions.percentage(of: PublishableCount(.exact($0))) } }
    }

    /// The champions of one agency, or of one kind of site.
    public struct Row<Item: Entity>: Sendable {
        public let id: ID<Item>
        public let coverage: Coverage
    }

    init(
        records: TrainingRecords, agencies: Registry<Agency>, framework: TrainingFramework?,
        smallCounts: BoardSettings.SmallCounts, asOf date: CivilDate
    ) {
        let serving = records.servingChampions(asOf: date)
        let consenting = serving.filter { $0.mayBeNamed(on: date) }
        let all = Training.Coverage(of: serving, agencies: agencies, framework: framework)
        let names = Training.Coverage(of: consenting, agencies: agencies, framework: framework)
        let agencyNames = names.agencies.map(\.cell.champions)
        let siteNames = names.siteKinds.map(\.cell.champions)
        let others = CountTable(
            [
                zip(all.agencies, agencyNames).map { $0.cell.champions - $1 },
                zip(all.siteKinds, siteNames).map { $0.cell.champions - $1 },
            ], smallCounts)
        unnamed = others.total
        total = Coverage(champions: others.total.adding(consenting.count), target: all.total.target)
        self.agencies = zip(all.agencies, zip(others.cuts[0], agencyNames)).map { row, count in
            Row(id: row.agency, coverage: .init(champions: count.0.adding(count.1), target: row.cell.target))
        }
        siteKinds = zip(all.siteKinds, zip(others.cuts[1], siteNames)).map { row, count in
            Row(id: row.siteKind, coverage: .init(champions: count.0.adding(count.1), target: row.cell.target))
        }
        named = NamedChampion.sorted(consenting, of: records)
    }
}

extension PublishableCount {
    /// Together with people whom everybody knows of; hidden stays hidden.
    fileprivate func adding(_ known: Int) -> PublishableCount {
        value.map { PublishableCount(.exact($0 + known)) } ?? self
    }
}
