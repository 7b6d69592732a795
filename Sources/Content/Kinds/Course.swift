public import Schemas

/// What is taught; its dated deliveries are runs.
public struct Course: Entity {
    public static let entity = EntityKind(noun: "course", home: "a page of kind course")

    /// Its code: the name by which runs mean it.
    public let id: ID<Course>
    public let level: ID<TrainingLevel>
    public let aim: String
    public let hours: Double
    public let format: Format
    public let forWhom: [String]
    /// The required content that it covers.
    public let covers: [String]
    public let prerequisites: [ID<Course>]
    /// After how many months it must be refreshed; `nil` where it need not be.
    public let refresherMonths: Int?
    /// Courses that whoever took this one need not take: it counts as each of them.
    public internal(set) var countsAs: [ID<Course>] = []

    public enum Format: String, Sendable, CaseIterable {
        case online, classroom, blended
        case selfPaced = "self-paced"
    }

    static let fields: Fields<Course> = Schemas.fields(
        required("code", .identifier(), "The name by which runs mean it."),
        required("level", .reference(), "The level it belongs to."),
        required("aim", .text, "What it is to achieve."),
        required("hours", .number, "How many hours it takes."),
        required("format", .word("format"), "How it is taught."),
        required("for", .nonEmptyList(of: .text), "Who should attend."),
        required("covers", .nonEmptyList(of: .text), "The required content that it covers."),
        list("prerequisites", .reference(), "The courses to take before it."),
        optional("refresher_months", .integer(1...120), "After how many months it must be refreshed."),
        list("counts_as", .reference(), "Courses that need not be taken after it: it counts as each of them."),
        as: Course.init)
}
