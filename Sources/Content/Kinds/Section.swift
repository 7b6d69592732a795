import Schemas

/// A folder's `index.md`: the page that lists the pages of its folder.
public struct Section: Sendable {
    /// The kind of pages it is the index of, where that kind has an index of its own.
    public let lists: PageKind.Word?

    static let fields: Fields<Section> = Schemas.fields(
        optional("lists", .word("page kind"), "The kind of pages it is the index of; gives the index its layout."),
        as: Section.init)
}
