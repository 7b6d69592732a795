public import Diagnostics
import Schemas

/// Something that a board has decided of its pages, and that is checked on the finished site.
public struct Policy: Sendable {
    public let must: Must
    /// The kinds of pages that it is for; none for all.
    public let kinds: [PageKind.Word]
    public let reason: String
    public let location: Location

    /// What pages must do.
    public enum Must: String, Sendable, CaseIterable {
        /// One of the helplines stands on it as a link.
        case showHelpline = "show-a-helpline"
        /// The way off the site stands on it.
        case showExit = "show-the-exit"
        case citeSource = "cite-a-source"
        case nameOwner = "name-an-owner"
        case nameContact = "name-a-contact"
    }

    static let reader: Reader<Policy> = .object(
        "policy", "Something that the board has decided of its pages.",
        required("must", Reader<Must>.word("policy").located, "What pages must do."),
        list("kinds", .word("page kind"), "The kinds of pages that it is for; all, where this is left out."),
        required("reason", .text, "Why, or where the board decided it."),
        as: { Policy(must: $0.value, kinds: $1, reason: $2, location: $0.location) })
}
