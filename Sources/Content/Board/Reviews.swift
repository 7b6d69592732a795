public import Schemas

/// How a board keeps what it publishes from going stale.
public struct Reviews: Sendable, Hashable {
    public let overdue: Overdue
    /// So many days before a review is due, `signpost check` starts to say so.
    public let noticeDays: Int
    /// So many days after somebody checked a contact, it counts as unchecked.
    public let contactDays: Int
    /// So many days after somebody looked at a source, it counts as unchecked.
    public let sourceDays: Int

    /// What becomes of a page whose review is overdue.
    public enum Overdue: String, Sendable, CaseIterable {
        /// `signpost check` says so.
        case note
        /// The page says so too.
        case banner
        /// The site is not built.
        case fail
    }

    public static let usual = Reviews(overdue: .banner, noticeDays: 30, contactDays: 365, sourceDays: 730)

    public static let reader: Reader<Reviews> = .object(
        "rule for reviews", "How the board keeps its pages from going stale.",
        optional(
            "overdue", .word("policy"),
            "What becomes of a page whose review is overdue: `check` says so, the page says so too, or the build fails.",
            otherwise: .banner, spelled: "banner"),
        optional(
            "notice_days", .integer(0...366), "How long before it is due `check` announces a review.", otherwise: 30,
            spelled: "30"),
        optional(
            "contact_days", .integer(1...3660), "After how many days a contact must be checked again.", otherwise: 365,
            spelled: "365"),
        optional(
            "source_days", .integer(1...3660), "After how many days a source must be looked at again.",
            otherwise: 730, spelled: "730"),
        as: Reviews.init)
}
