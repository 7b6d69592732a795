import Schemas

/// A page for young people that answers one question.
public struct YoungPeopleAnswer: Sendable {
    /// In a young person's words.
    public let question: String

    static let fields: Fields<YoungPeopleAnswer> = Schemas.fields(
        required("question", .text, "The question it answers, in a young person's words."),
        as: YoungPeopleAnswer.init)
}
