import Schemas

/// One step of the parents' pathway.
public struct PathwayStep: Sendable {
    public let number: Int
    public let doNow: [String]
    public let doNext: [String]
    /// What happens after the call.
    public let afterwards: String

    static let fields: Fields<PathwayStep> = Schemas.fields(
        required("number", .integer(1...99), "Its place in the pathway."),
        required("do_now", .nonEmptyList(of: .text), "What to do at once."),
        required("do_next", .nonEmptyList(of: .text), "What to do then."),
        required("afterwards", .text, "What happens after you call."),
        as: PathwayStep.init)
}
