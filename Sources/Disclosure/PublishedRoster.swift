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

    /// The roster, and which of its counts are hidden.
    static func drawn(
        from records: TrainingRecords, agencies: Registry<Agency>, framework: TrainingFramework?,
        smallCounts: BoardSettings.SmallCounts, asOf date: CivilDate
    ) -> (roster: PublishedRoster, hidden: [HiddenCount]) {
        let serving = records.servingChampions(asOf: date)
        let consenting = serving.filter { $0.mayBeNamed(on: date) }
        let all = Training.Coverage(of: serving, agencies: agencies, framework: framework)
        let names = Training.Coverage(of: consenting, agencies: agencies, framework: framework)
        let unnamed = [
            zip(all.agencies, names.agencies).map { $0.cell.champions - $1.cell.champions },
            zip(all.siteKinds, names.siteKinds).map { $0.cell.champions - $1.cell.champions },
        ]
        let others = CountTable(unnamed, smallCounts)
        func coverage(_ cell: Training.Coverage.Cell, _ count: PublishableCount, _ named: Int) -> Coverage {
            Coverage(champions: count.adding(named), target: cell.target)
        }
        let roster = PublishedRoster(
            total: coverage(all.total, others.total, consenting.count),
            agencies: all.agencies.indices.map { place in
                let row = all.agencies[place]
                let named = names.agencies[place].cell.champions
                return Row(id: row.agency, coverage: coverage(row.cell, others.cuts[0][place], named))
            },
            siteKinds: all.siteKinds.indices.map { place in
                let row = all.siteKinds[place]
                let named = names.siteKinds[place].cell.champions
                return Row(id: row.siteKind, coverage: coverage(row.cell, others.cuts[1][place], named))
            },
            named: NamedChampion.sorted(consenting, of: records), unnamed: others.total)
        let whats =
            [.champions] + all.agencies.map { HiddenCount.What.championsOfAgency($0.agency) }
            + all.siteKinds.map { .championsOfSiteKind($0.siteKind) }
        let counts = [unnamed[0].reduce(0, +)] + unnamed[0] + unnamed[1]
        let shown = [others.total] + others.cuts[0] + others.cuts[1]
        let hidden = whats.indices.filter { shown[$0].isHidden }.map { place in
            HiddenCount(
                what: whats[place],
                why: smallCounts.hides(counts[place])
                    ? .small : others.total.isHidden && smallCounts.hides(counts[0]) ? .partOfSmall : .secondary)
        }
        return (roster, hidden)
    }
}

extension PublishableCount {
    /// Together with people whom everybody knows of; hidden stays hidden.
    fileprivate func adding(_ known: Int) -> PublishableCount {
        value.map { PublishableCount(.exact($0 + known)) } ?? self
    }
}
