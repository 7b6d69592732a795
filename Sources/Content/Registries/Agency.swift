public import Schemas

/// An organisation of the partnership.
public struct Agency: Entity {
    public static let entity = EntityKind(noun: "agency", home: "data/agencies.yaml")

    public let id: ID<Agency>
    public let name: String
    public let sector: Sector
    public let url: String?
    /// How it reports to the board, in words.
    public let reports: String?
    /// How many people work there; `nil` where nobody has said, which is not the same as none.
    public internal(set) var headcount: Headcount? = nil

    public enum Sector: String, Sendable, CaseIterable {
        case council, police, health, education, probation, voluntary, other
    }

    public static let reader: Reader<Agency> = .object(
        "agency", "An organisation of the partnership.",
        required("id", .identifier(), "The name other files use for it."),
        required("name", .text, "Its full name."),
        required("kind", .word("kind of agency"), "What sort of organisation it is."),
        optional("url", .webAddress, "Its website."),
        optional("reports", .text, "How it reports to the board."),
        optional("headcount", Headcount.reader, "How many people work there, to measure training against."),
        as: Agency.init)
}
