public import CivilTime
import Content
import Returns
import Schemas
public import Training

/// What was collected from schools and businesses, as tables of figures.
///
/// They are tables like those that a board writes down itself, and are judged together with them
/// (``PublishedIndicators``): a page may show both. Whoever holds this cannot see the counts.
public struct CollectedTables: Sendable {
    /// Before disclosure control: where the records are.
    let counted: [Sheet]
    /// After it: where a summary stands in for the records.
    let published: [PublishedTable]
    /// The names of all of them, and of those that will be published later: pages may ask for them already.
    let names: [String]

    /// Whether there are none.
    public var isEmpty: Bool { counted.isEmpty && published.isEmpty }

    public static let none = CollectedTables(published: [], names: [])

    init(published: [PublishedTable], names: [String]) {
        counted = []
        self.published = published
        self.names = names
    }

    /// - Parameter date: Rounds that are not closed by then, and periods that have not ended, are left out.
    public init(_ records: TrainingRecords, asOf date: CivilDate) {
        counted =
            (records.selfAssessment.map { ReturnSheets($0, asOf: date).all } ?? [])
            + (records.outreach.flatMap { OutreachSheet($0, asOf: date).sheet }.map { [$0] } ?? [])
        published = []
        names = CollectedTable.ids(records.selfAssessment, records.outreach)
    }

    /// A table, and the words that stand in it for titles that the board has not written.
    struct Sheet: Sendable {
        let table: IndicatorTable
        var rowWords: [String: CollectedWord] = [:]
        var columnWords: [String: CollectedWord] = [:]
    }
}

/// What a row or a column of a computed table counts. The theme has the words, in every language.
public enum CollectedWord: String, Sendable, CaseIterable {
    /// Schools that had to answer.
    case required
    /// Those of them that did.
    case received
    /// Those of them that did not.
    case missing
    /// The share of those who had to, in per cent.
    case rate
    /// Returns of schools that need not answer.
    case voluntary
    /// All returns.
    case all
    /// Schools that did not rate an element.
    case unrated
    /// All businesses.
    case businesses

    /// For the board's own lists: `Primary schools: received`.
    static func plain(_ title: String, _ word: CollectedWord?) -> String {
        [title.isEmpty ? nil : title, word?.rawValue].compactMap(\.self).joined(separator: ": ")
    }
}
