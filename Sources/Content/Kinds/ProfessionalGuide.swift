public import Schemas

/// Guidance for people who work with children.
public struct ProfessionalGuide: Sendable {
    public let roles: [String]
    public let checklist: [String]
    public let resources: [ID<Resource>]

    static let fields: Fields<ProfessionalGuide> = Schemas.fields(
        required("roles", .nonEmptyList(of: .text), "Whom it is for."),
        required("checklist", .nonEmptyList(of: .text), "What to do, in short."),
        list("resources", .reference(), "What helps with it."),
        as: ProfessionalGuide.init)
}
