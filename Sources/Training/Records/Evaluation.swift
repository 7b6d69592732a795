public import Schemas

/// What people said about a run: before it, after it, and six to eight weeks later. Nobody's name stands in it.
public struct Evaluation: Sendable, Hashable {
    public let run: ID<Run>
    public let answers: [Answer]

    /// One person's form. Scores run from 1, the lowest, to 5.
    public struct Answer: Sendable, Hashable {
        public let stage: Stage
        /// How much they know about it.
        public let knowledge: Int?
        /// How confident they are to act.
        public let confidence: Int?
        /// How useful the course was.
        public let usefulness: Int?
        /// How much of it they have used at work.
        public let practice: Int?
        /// Whether they went through it with their manager.
        public let withManager: Bool
    }

    public enum Stage: String, Sendable, CaseIterable {
        case before, after
        /// Six to eight weeks after the run, with the manager.
        case later
    }

    /// One row of a file of `evaluations/`.
    static let answer: Reader<Answer> = .object(
        "evaluation form", "What one person said, without their name.",
        required("stage", .word("stage"), "When it was filled in; `later` is 6 to 8 weeks after the run."),
        optional("knowledge", .integer(scores), "How much they know about it, from 1 to 5."),
        optional("confidence", .integer(scores), "How confident they are to act, from 1 to 5."),
        optional("usefulness", .integer(scores), "How useful the course was, from 1 to 5."),
        optional("practice", .integer(scores), "How much of it they have used at work, from 1 to 5."),
        optional(
            "with_manager", .flag, "Whether their manager went through it with them.", otherwise: false,
            spelled: "false"),
        as: Answer.init)

    private static let scores = 1...5
}
