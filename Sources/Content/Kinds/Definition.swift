import Diagnostics
public import Schemas

/// One edition of the definition of child sexual exploitation.
public struct Definition: Sendable {
    public let edition: String
    public let publisher: String
    public let year: Int
    public let status: Status
    public let supersededBy: ID<Page>?
    public let ageScope: String?
    public let source: ID<Source>
    /// How the wording moved on from the edition before it.
    public let changes: [String]

    public enum Status: String, Sendable, CaseIterable {
        case inForce = "in-force"
        case superseded
        /// A text that circulates as an edition and is none.
        case variant
    }

    static let fields: Fields<Definition> = Schemas.fields(
        required("edition", .text, "How the edition is called, usually its year."),
        required("publisher", .text, "Who published it."),
        required("year", .integer(1900...2100), "The year of publication."),
        required("status", .word("status"), "Whether it is in force."),
        optional("superseded_by", .page, "The edition that took its place; needed unless it is in force."),
        optional("age_scope", .text, "The ages it speaks of."),
        required("source", .reference(), "Its entry in the bibliography."),
        list("changes", .text, "How the wording moved on from the edition before it."),
        as: Definition.init
    ).checked { definition, location, reading in
        if (definition.status == .inForce) == (definition.supersededBy != nil) {
            reading.report(
                .conflictingKeys,
                definition.status == .inForce
                    ? "a definition in force cannot be superseded"
                    : "a definition that is not in force must say what took its place",
                at: location,
                help: definition.status == .inForce
                    ? "correct `status`, or leave `superseded_by` out" : "add `superseded_by:`")
        }
    }
}
