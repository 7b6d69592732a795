public import Schemas

/// A group of the partnership, its place below another, and who sits on it. Posts are named, never people.
public struct GovernanceGroup: Entity {
    public static let entity = EntityKind(noun: "group", home: "data/governance.yaml")

    public let id: ID<GovernanceGroup>
    public let name: String
    public let purpose: String
    public let parent: Located<ID<GovernanceGroup>>?
    public let chair: String
    public let meets: String
    public let members: [Member]
    public let reports: String

    public struct Member: Sendable {
        public let agency: ID<Agency>
        public let role: String
    }

    public static let reader: Reader<GovernanceGroup> = .object(
        "group", "A group of the partnership.",
        required("id", .identifier(), "The name other files use for it."),
        required("name", .text, "Its name."),
        required("purpose", .text, "What it is for."),
        optional("parent", Reader.reference().located, "The group it reports to."),
        required("chair", .text, "The post that chairs it."),
        required("meets", .text, "How often it meets."),
        required("members", .nonEmptyList(of: member), "Who sits on it."),
        required("reports", .text, "What it reports, to whom, how often."),
        as: GovernanceGroup.init)

    private static let member: Reader<Member> = .object(
        "member", "A seat in a group.",
        required("agency", .reference(), "The agency that sends somebody."),
        required("role", .text, "The post that is sent."),
        as: Member.init)
}
