import CivilTime
public import Content
import JSONText
public import Schemas
import Suppression

/// A count that is hidden from the public, and why: so that the board knows what its readers miss.
public struct HiddenCount: Sendable, Hashable {
    public let what: What
    public let why: Reason

    /// Which count it is.
    public enum What: Sendable, Hashable {
        /// How many people were trained, and from how many agencies.
        case trained(FigureQuery)
        /// How many champions are not named, in all.
        case champions
        case championsOfAgency(ID<Agency>)
        case championsOfSiteKind(ID<SiteKind>)
        /// A figure of a table, by the titles of the table, its row and its column.
        case figure(table: String, row: String, column: String)
    }

    /// For the board's own files: reasons and words, never the count.
    var json: JSONValue { ["count": .string(what.words), "why": .string(why.rawValue)] }

    public enum Reason: String, Sendable, CaseIterable {
        /// It is small, or a 0 that is hidden like a small count.
        case small
        /// The total that it is part of is small.
        case partOfSmall = "part-of-small"
        /// One agency, or a few, make up nearly all of it.
        case dominated
        /// Readers could work out another hidden count from it.
        case secondary
        /// It is a share of a count that is hidden, or of counts that nobody has named.
        case percentage

        init(_ reason: SuppressionReason) {
            self =
                switch reason {
                case .small: .small
                case .partOfSmall: .partOfSmall
                case .dominated: .dominated
                case .secondary: .secondary
                }
        }
    }
}

extension HiddenCount.What {
    /// What is counted, with the ids of the board's own lists.
    public var words: String {
        switch self {
        case .trained(let query):
            "people trained from \(query.from) to \(query.to)" + (query.course.map { ", course \($0)" } ?? "")
        case .champions: "champions who are not named"
        case .championsOfAgency(let agency): "champions of the agency \(agency)"
        case .championsOfSiteKind(let kind): "champions at the kind of site \(kind)"
        case .figure(let table, let row, let column): "\(table): \(row), \(column)"
        }
    }
}
