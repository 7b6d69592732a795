public import CivilTime
public import Diagnostics
public import Schemas

/// What the board has set out to do: strands, their outcomes, and the actions towards each outcome.
public struct ActionPlan: Sendable {
    public let title: String
    /// The day on which the ratings were true.
    public let asAt: CivilDate
    public let strands: [Strand]
    /// How earlier plans stood in the end, the latest first.
    public let earlier: [Earlier]

    /// An earlier plan, counted.
    public struct Earlier: Sendable {
        public let title: String
        public let green: Int
        public let amber: Int
        public let red: Int
        public let notStarted: Int
    }

    public struct Strand: Sendable {
        public let id: String
        public let title: String
        public let aim: String
        public let outcomes: [Outcome]
    }

    public struct Outcome: Sendable {
        public let id: String
        public let title: String
        public let actions: [Action]
        public let location: Location
    }

    public struct Action: Sendable {
        public let id: String
        public let what: String
        public let how: String
        public let owner: ID<Agency>
        public let due: CivilDate
        public let rating: Rating
        public let evidence: String?
        public let note: String?
        /// The plan that it was carried over from, in words: `2025–26`.
        public let carriedFrom: String?
        /// How it stood before, the latest first.
        public let history: [PastRating]
        public let location: Location
    }

    /// How an action stood on a day.
    public struct PastRating: Sendable {
        public let asAt: CivilDate
        public let rating: Rating
    }

    /// Red, amber, green as boards use it: not achieved, partly achieved, completed.
    public enum Rating: String, Sendable, CaseIterable {
        case red, amber, green
        case notStarted = "not-started"
    }

    public static let reader: Reader<ActionPlan> = .object(
        "action plan", "What the board has set out to do.",
        required("title", .text, "The plan's title, with its years."),
        required("as_at", .date, "The day on which the ratings were true."),
        required("strands", .nonEmptyList(of: strand), "The plan's strands, in order."),
        list("earlier", earlier, "How earlier plans stood in the end, the latest first, for comparison."),
        as: ActionPlan.init)

    private static let strand: Reader<Strand> = .object(
        "strand", "One of the plan's themes, such as Prevent.",
        required("id", .word, "A short name, for links."),
        required("title", .text, "Its title."),
        required("aim", .text, "What it is to achieve."),
        list("outcomes", outcome, "What will be different."),
        as: Strand.init)

    private static let outcome: Reader<Outcome> = .object(
        "outcome", "What will be different for children.",
        required("id", Reader.word.located, "A short name, for links."),
        required("title", .text, "What will be different."),
        list("actions", action, "What is done towards it."),
        as: { Outcome(id: $0.value, title: $1, actions: $2, location: $0.location) })

    private static let action: Reader<Action> = .object(
        "action", "Something that one agency has agreed to do.",
        required("id", Reader.word.located, "A short name, for links."),
        required("what", .text, "What is to be done."),
        required("how", .text, "How it is to be done."),
        required("owner", .reference(), "The agency that answers for it."),
        required("due", .date, "When it is due."),
        required("rating", .word("rating"), "How it stands."),
        optional("evidence", .text, "What shows that it is done."),
        optional("note", .text, "What readers should know, such as why it is late."),
        optional("carried_from", .text, "The earlier plan that it was carried over from."),
        list("history", pastRating, "How it stood before, the latest first."),
        as: {
            Action(
                id: $0.value, what: $1, how: $2, owner: $3, due: $4, rating: $5, evidence: $6, note: $7,
                carriedFrom: $8, history: $9, location: $0.location)
        })

    private static let pastRating: Reader<PastRating> = .object(
        "past rating", "How an action stood on a day.",
        required("as_at", .date, "The day."),
        required("rating", .word("rating"), "How it stood."),
        as: PastRating.init)

    private static let earlier: Reader<Earlier> = .object(
        "earlier plan", "How an earlier plan stood in the end.",
        required("title", .text, "Its title, with its years."),
        required("green", .integer(0...9999), "How many of its actions were completed."),
        required("amber", .integer(0...9999), "How many were partly achieved."),
        required("red", .integer(0...9999), "How many were not achieved."),
        optional(
            "not_started", .integer(0...9999), "How many had not been started.", otherwise: 0, spelled: "0"),
        as: Earlier.init)
}
