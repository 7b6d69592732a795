public import CivilTime
import Diagnostics
public import Schemas
public import Theming

/// A school that hosts a copy of the board's site.
///
/// What it says of people is the school's own to publish: it stands in that school's copy and nowhere else, and a name
/// only from the day on which the school agreed to it.
public struct School: Entity {
    public static let entity = EntityKind(noun: "school", home: "data/schools.yaml")

    public let id: ID<School>
    public let name: String
    public let phase: Resource.Phase
    /// The languages its copy has beside the board's own; `nil` for all of them.
    public let languages: [Located<String>]?
    /// The readers whose pages its copy has; pages for everyone are always there. `nil` for all.
    public let audiences: [Audience]?
    public let staff: Staff
    /// Settings of the theme that its copy has other values for, such as the accent colour.
    public let colours: [Setting]

    /// Whom pupils, parents and colleagues turn to. Every school and college in England has a designated safeguarding
    /// lead, and one or more deputies (*Keeping Children Safe in Education*, Department for Education 2025, Annex C).
    public struct Staff: Sendable {
        public let lead: Post
        public let deputies: [Post]
        /// The day from which the school has agreed that the names of these people stand in its copy.
        public let namesAgreed: CivilDate?
    }

    /// A post at the school, and how to reach whoever holds it.
    public struct Post: Sendable, Hashable {
        /// Of the person who holds it.
        public let name: String?
        /// What the school calls it, where that is not just safeguarding lead or deputy.
        public let role: String?
        public let phone: String?
        public let email: String?
        /// When and where they can be found.
        public let hours: String?
    }

    /// The name of whoever holds a post, where it may be told on a day.
    public func name(of post: Post, on day: CivilDate) -> String? {
        staff.namesAgreed.map { $0 <= day } == true ? post.name : nil
    }

    public static let reader: Reader<School> = .object(
        "school", "A school that hosts a copy of the site. What stands here of people reaches that copy alone.",
        required(
            "id", .identifier(), "The name other files use for it: of its copy's file and of its folder of pages."),
        required("name", .text, "Its name as pupils and parents know it."),
        required("phase", .word("phase of education"), "Its phase: pages for other phases stay out of its copy."),
        optional(
            "languages", .list(of: Reader.languageTag.located),
            "The languages of its copy, of those the site has; the site's own is always there. All, where this is left "
                + "out."),
        optional(
            "audience", .list(of: .publishedAudience),
            "Whose pages its copy has, beside those for everyone. All, where this is left out."),
        staff,
        optional(
            "colours", .settings, "Its colours, as settings of the theme: `{ accent: \"#5b2a6e\" }`.", otherwise: [],
            spelled: "the theme's"),
        as: School.init)

    private static let staff: Fields<Staff> = fields(
        required("lead", post, "The designated safeguarding lead."),
        list("deputies", post, "The lead's deputies, in the order in which they are to be asked."),
        optional(
            "names_agreed", .date,
            "The day from which the school has agreed in writing that the names given here stand in its copy."),
        as: Staff.init
    ).checked { staff, location, reading in
        guard staff.namesAgreed == nil, ([staff.lead] + staff.deputies).contains(where: { $0.name != nil }) else {
            return
        }
        reading.report(
            .schoolNamesNotAgreed, "people are named, and nothing says that the school agreed", at: location,
            help: "add `names_agreed:` with the day of the school's agreement, or leave `name` out and give the post's "
                + "telephone number alone")
    }

    private static let post: Reader<Post> = .object(
        "post at a school", "A post at a school, and how to reach whoever holds it.",
        postFields)

    private static let postFields: Fields<Post> = fields(
        optional("name", .text, "Who holds it. Needs `names_agreed`."),
        optional("role", .text, "What the school calls the post."),
        optional("phone", .telephone, "Its telephone number. At least one of `phone` and `email` is needed."),
        optional("email", .emailAddress, "Its e-mail address; one of the post is better than one of a person."),
        optional("hours", .text, "When and where they can be found."),
        as: Post.init
    ).checked { post, location, reading in
        guard post.phone ?? post.email == nil else { return }
        reading.report(
            .unreachableContact, "this post gives no way to reach it", at: location, help: "add `phone` or `email`")
    }
}

extension Reader where Value == Audience {
    /// An audience that a published page may be for.
    fileprivate static var publishedAudience: Reader<Audience> {
        let words = Audience.allCases.filter { $0 != .trainers }.map(\.rawValue)
        return Reader<String>.oneOf(words, noun: "audience").map { Audience(rawValue: $0) ?? .everyone }
    }
}
