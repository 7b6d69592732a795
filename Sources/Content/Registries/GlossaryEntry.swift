public import Schemas

/// A word that readers may not know.
public struct GlossaryEntry: Entity {
    public static let entity = EntityKind(noun: "glossary entry", home: "data/glossary.yaml")

    public let id: ID<GlossaryEntry>
    public let term: String
    public let meaning: String
    /// Other spellings, as they stand in the text of pages.
    public let also: [String]

    public static let reader: Reader<GlossaryEntry> = .object(
        "glossary entry", "A word that readers may not know.",
        required("id", .identifier(), "Its place in the glossary page's address."),
        required("term", .text, "The word."),
        required("meaning", .text, "What it means, in plain English."),
        list("also", .text, "Other spellings of it that stand in pages."),
        as: GlossaryEntry.init)
}
