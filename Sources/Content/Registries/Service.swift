public import Schemas

/// An entry of the services directory: who provides what, for whom, where, and how to reach them.
public struct Service: Entity {
    public static let entity = EntityKind(noun: "service", home: "data/services.yaml")

    public let id: ID<Service>
    public let name: String
    public let provider: ID<Agency>
    public let forWhom: String
    public let offers: String
    public let area: String
    public let contacts: [ID<Contact>]
    public let sector: Sector?

    public enum Sector: String, Sendable, CaseIterable {
        case statutory, voluntary
    }

    public static let reader: Reader<Service> = .object(
        "service", "An entry of the services directory.",
        required("id", .identifier(), "The name other files use for it."),
        required("name", .text, "Its name as readers know it."),
        required("provider", .reference(), "The agency that provides it."),
        required("for", .text, "Whom it is for."),
        required("offers", .text, "What it does."),
        required("area", .text, "Where it works."),
        required("contacts", .nonEmptyList(of: .reference()), "How to reach it."),
        optional("sector", .word("sector"), "Whether it is statutory or voluntary."),
        as: Service.init)
}
