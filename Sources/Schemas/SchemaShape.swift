/// What a reader accepts, as data: the source of messages, of the content reference, and of the JSON Schemas.
public indirect enum SchemaShape: Sendable, Hashable {
    /// One line of text that is not blank.
    case text(longest: Int?)
    /// Text of any number of lines.
    case prose
    /// Markdown inside YAML.
    case markdown
    case date
    case clockTime
    case integer(ClosedRange<Int>)
    case number
    case flag
    case webAddress
    case emailAddress
    case telephone
    /// A path on the site such as `/old/page/`.
    case sitePath
    /// One of a fixed set of words.
    case word(noun: String, words: [String])
    /// A short name in lower-case letters, digits and hyphens that is used inside its own file only.
    case shortName
    /// A BCP 47 language tag.
    case languageTag
    /// The id that this entry declares.
    case identifier(EntityKind)
    /// The id of something declared elsewhere.
    case reference(EntityKind)
    /// The path of something declared elsewhere that is named by where it stands.
    case path(EntityKind)
    case list(SchemaShape, atLeastOne: Bool)
    case object(ObjectShape)
    /// Texts under keys of the author's choice.
    case texts(noun: String)
    /// Anything at all; read later, by whoever knows what it is.
    case anything
}

/// A group of keys.
public struct ObjectShape: Sendable, Hashable {
    public let name: String
    /// One sentence: what the group is.
    public let summary: String
    public let fields: [FieldShape]

    public init(name: String, summary: String, fields: [FieldShape]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }
}

/// One key of a group.
public struct FieldShape: Sendable, Hashable {
    public let name: String
    public let shape: SchemaShape
    public let isRequired: Bool
    /// What the key means, in one sentence.
    public let doc: String
    /// The value taken where the key is left out, in words; `nil` where there is none.
    public let fallback: String?
}
