public import Schemas

/// A level of training: introductory, intermediate, advanced.
public struct TrainingLevel: Entity {
    public static let entity = EntityKind(noun: "level", home: "data/training.yaml")

    public let id: ID<TrainingLevel>
    public let title: String
    public let summary: String

    static let reader: Reader<TrainingLevel> = .object(
        "level", "A level of training.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        required("summary", .text, "What somebody at this level can do."),
        as: TrainingLevel.init)
}

/// A group of staff with the same training needs.
public struct RoleGroup: Entity {
    public static let entity = EntityKind(noun: "role group", home: "data/training.yaml")

    public let id: ID<RoleGroup>
    public let title: String
    /// The level that everybody in it needs; `nil` for the lowest.
    public internal(set) var level: ID<TrainingLevel>? = nil
    /// When what they learned must be renewed.
    public internal(set) var rule = RefresherRule.ofCourses

    static let reader: Reader<RoleGroup> = .object(
        "role group", "A group of staff with the same training needs.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        optional("level", .reference(), "The level that all of them need. (default: the lowest)"),
        RefresherRule.fields,
        as: RoleGroup.init)
}

/// A kind of place that should have a champion: a secondary school, a children's home.
public struct SiteKind: Entity {
    public static let entity = EntityKind(noun: "kind of site", home: "data/training.yaml")

    public let id: ID<SiteKind>
    public let title: String
    /// How many champions such sites should have between them.
    public let target: Int?

    static let reader: Reader<SiteKind> = .object(
        "kind of site", "A kind of place that should have a champion.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        optional("target", .integer(0...100_000), "How many champions such sites should have."),
        as: SiteKind.init)
}

/// The frame that training records are read in. It holds no personal data.
public struct TrainingFramework: Sendable {
    public let levels: Registry<TrainingLevel>
    public let roleGroups: Registry<RoleGroup>
    public let siteKinds: Registry<SiteKind>
    public let champions: Champions
    public let agencyTargets: [AgencyTarget]
    /// Training that runs out within so many days counts as due.
    public internal(set) var dueWithinDays = Self.usualDueWithinDays

    /// A quarter: whoever reports each quarter sees everything once before it is overdue.
    public static let usualDueWithinDays = 90

    /// What is asked of champions as a whole.
    public struct Champions: Sendable {
        /// How many there should be.
        public let target: Int
        /// How many days a year each gives at most; six in Derby's strategy.
        public let daysPerYear: Int
        /// How many days a year each gives at least.
        public internal(set) var daysAtLeast = 1
        /// The course that inducts champions: whoever took it has had their induction.
        public internal(set) var inductionCourse: ID<Course>? = nil
        /// The course that keeps champions up to date: whoever takes it was at a workshop.
        public internal(set) var workshopCourse: ID<Course>? = nil
    }

    public struct AgencyTarget: Sendable {
        public let agency: ID<Agency>
        public let target: Int
    }

    public static let reader: Reader<TrainingFramework> = .object(
        "training framework", "Levels, role groups, kinds of site, and targets for champions.",
        required("levels", .nonEmptyList(of: TrainingLevel.reader), "The levels, lowest first."),
        required("role_groups", .nonEmptyList(of: RoleGroup.reader), "Groups of staff."),
        required("site_kinds", .nonEmptyList(of: SiteKind.reader), "Kinds of places with champions."),
        required("champions", champions, "What is asked of champions as a whole."),
        list("agency_targets", agencyTarget, "How many champions each agency should have."),
        optional(
            "due_within_days", .integer(1...1000), "Training that runs out within so many days counts as due.",
            otherwise: usualDueWithinDays, spelled: "90"),
        as: { levels, roles, sites, champions, targets, dueWithinDays in
            TrainingFramework(
                levels: Registry(levels), roleGroups: Registry(roles), siteKinds: Registry(sites),
                champions: champions, agencyTargets: targets, dueWithinDays: dueWithinDays)
        })

    private static let champions: Reader<Champions> = .object(
        "champions' target", "What is asked of champions as a whole.",
        required("target", .integer(1...100_000), "How many champions there should be."),
        required("days_per_year", .integer(0...366), "How many days a year each gives at most."),
        optional(
            "days_at_least", .integer(0...366), "How many days a year each gives at least.", otherwise: 1,
            spelled: "1"),
        optional("induction_course", .reference(), "The course that inducts champions."),
        optional("workshop_course", .reference(), "The course that keeps champions up to date."),
        as: Champions.init)

    private static let agencyTarget: Reader<AgencyTarget> = .object(
        "agency's target", "How many champions an agency should have.",
        required("agency", .reference(), "The agency."),
        required("target", .integer(1...100_000), "How many champions it should have."),
        as: AgencyTarget.init)
}
