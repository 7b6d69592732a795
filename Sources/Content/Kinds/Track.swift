public import Schemas

/// A track of training: the courses of one level, in order.
public struct Track: Sendable {
    public let level: ID<TrainingLevel>
    public let forWhom: [String]
    public let outcomes: [String]
    public let courses: [ID<Page>]
    public let prerequisites: [ID<Page>]
    public let refresher: String

    static let fields: Fields<Track> = Schemas.fields(
        required("level", .reference(), "The level it leads to."),
        required("for", .nonEmptyList(of: .text), "Whom it is for."),
        required("outcomes", .nonEmptyList(of: .text), "What they can do afterwards."),
        required("courses", .nonEmptyList(of: .page), "Its courses' pages, in order."),
        list("prerequisites", .page, "The tracks to take before it."),
        required("refresher", .text, "When to refresh it, in words."),
        as: Track.init)
}
