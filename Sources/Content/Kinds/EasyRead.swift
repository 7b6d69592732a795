public import Schemas

/// A page in Easy Read: short sentences, each with a picture beside it, for people with a learning disability.
///
/// The form is the one of *Making written information easier to understand for people with learning disabilities*
/// (Department of Health, 2010): one idea a sentence, and the picture that says the same on the side where reading starts.
public struct EasyRead: Sendable {
    /// The page that says the same in full.
    public let of: ID<Page>

    static let fields: Fields<EasyRead> = Schemas.fields(
        required("of", .page, "The page that says the same in full."),
        as: EasyRead.init)
}
