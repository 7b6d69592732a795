public import Schemas

/// One of the elements of the schools strategy.
public struct SchoolElement: Sendable {
    public let number: Int
    /// What good looks like.
    public let good: [String]
    /// The questions of the self-assessment sheet.
    public let questions: [String]
    public let resources: [ID<Resource>]

    static let fields: Fields<SchoolElement> = Schemas.fields(
        required("number", .integer(1...99), "Its place in the strategy."),
        required("good", .nonEmptyList(of: .text), "What good looks like."),
        required("questions", .nonEmptyList(of: .text), "The questions of the self-assessment sheet."),
        list("resources", .reference(), "What helps with it."),
        as: SchoolElement.init)
}
