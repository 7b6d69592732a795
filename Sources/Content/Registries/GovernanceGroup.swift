public import CivilTime
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
    /// When it last reported, and within how many months the next report is due.
    public let lastReport: Located<CivilDate>?
    public let reportMonths: Int?

    public struct Member: Sendable {
        public let agency: ID<Agency>
        public let role: String
        /// Since when nobody holds the post.
        public let vacantSince: Located<CivilDate>?
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
        optional("last_report", Reader.date.located, "When it last reported."),
        optional("report_months", .integer(1...24), "Within how many months of a report the next one is due."),
        as: GovernanceGroup.init)

    private static let member: Reader<Member> = .object(
        "member", "A seat in a group.",
        required("agency", .reference(), "The agency that sends somebody."),
        required("role", .text, "The post that is sent."),
        optional("vacant_since", Reader.date.located, "Since when nobody holds the post."),
        as: Member.init)
}
