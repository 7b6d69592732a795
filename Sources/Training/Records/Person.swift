public import Content
public import Schemas

/// Somebody who is trained, or trains: personal data, which reaches no public page except through `Disclosure`.
public struct Person: Entity, Hashable {
    public static let entity = EntityKind(noun: "person", home: "records/people.yaml")

    public let id: ID<Person>
    public let name: String
    public let email: String?
    /// Where they work.
    public let agency: ID<Agency>
    public let roleGroup: ID<RoleGroup>
    public let siteKind: ID<SiteKind>?

    /// One row of `people.yaml`.
    public static let reader: Reader<Person> = .object(
        "person", "Somebody who is trained, or trains.",
        required("id", .identifier(), "The name other records use for them."),
        required("name", .text, "Their full name."),
        optional("email", .emailAddress, "Their e-mail address."),
        required("agency", .reference(), "Where they work."),
        required("role_group", .reference(), "Their group of staff."),
        optional("site_kind", .reference(), "The kind of place they work at."),
        as: Person.init)
}
