public import Schemas
public import Templates

/// A type of parameter that only the site can fill: contacts, pages, the runs to come.
///
/// The theme names it, the author writes ids, and the template sees the things themselves.
public struct HostType: Sendable {
    /// The word in `component.yaml`: `contacts`.
    public let word: String
    /// How an author writes it; `nil` where nobody does, because the site works it out from the other parameters.
    public let reader: Reader<[String]>?
    /// What the template sees.
    public let field: FieldType

    public init(_ word: String, written reader: Reader<[String]>?, seen field: FieldType) {
        self.word = word
        self.reader = reader
        self.field = field
    }
}
