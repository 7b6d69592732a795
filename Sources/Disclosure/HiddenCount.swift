public import Content
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
    }

    public enum Reason: String, Sendable, CaseIterable {
        /// It is small, or a 0 that is hidden like a small count.
        case small
        /// The total that it is part of is small.
        case partOfSmall = "part-of-small"
        /// One agency, or a few, make up nearly all of it.
        case dominated
        /// Readers could work out another hidden count from it.
        case secondary

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
