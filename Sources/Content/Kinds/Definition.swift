import Diagnostics
import Integrity
import Prose
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
    /// Its very words, for quotations to be compared with.
    public let wording: Wording?

    /// The words of an edition, in order; quotation marks and apostrophes in their plain form.
    public struct Wording: Sendable, Hashable {
        public let words: [String]

        public init(_ text: String) { words = WordDifference.words(text) }

        /// Eight hexadecimal digits of the SHA-256 digest of the words with one space between them.
        public var checksum: String {
            String(Digest.sha256(Array(words.joined(separator: " ").utf8)).hex.prefix(8))
        }
    }

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
        wording,
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

    private static let wording: Fields<Wording?> = Schemas.fields(
        optional("wording", .prose, "Its very words; quotations of it are compared with them."),
        optional(
            "checksum", Reader.text.located,
            "What shows that nobody has changed `wording`; `signpost check` says what to write."),
        as: { ($0, $1) }
    ).checked { written, location, reading in
        guard let text = written.0 else { return }
        let checksum = Wording(text).checksum
        guard written.1?.value != checksum else { return }
        let wrong = written.1.map { "the checksum \"\($0.value)\" is not that of these words" }
        reading.report(
            .changedWording, wrong ?? "the wording has no checksum", at: written.1?.location ?? location,
            help: "compare the words with the printed edition; if they are right, write `checksum: \(checksum)`")
    }.map { $0.0.map(Wording.init) }
}
