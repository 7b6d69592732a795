public import Content
public import Schemas
import Training

/// A champion who agreed to be named in public, on the day for which the site is built.
public struct NamedChampion: Sendable, Hashable {
    public let name: String
    public let agency: ID<Agency>
    public let siteKind: ID<SiteKind>

    /// By name, then by agency and kind of site, so that the order tells nothing of the records.
    static func sorted(_ consenting: [Champion], of records: TrainingRecords) -> [NamedChampion] {
        consenting.map {
            NamedChampion(name: records.people[$0.person].name, agency: $0.agency, siteKind: $0.siteKind)
        }.sorted { ($0.name, $0.agency.text, $0.siteKind.text) < ($1.name, $1.agency.text, $1.siteKind.text) }
    }
}
