public import CivilTime
public import Schemas

/// The board's strategy: its period, its pledge, and who agreed it when.
public struct Strategy: Sendable {
    public let period: DateSpan
    public let document: DocumentControl
    public let pledge: [String]
    public let predecessor: ID<Source>?

    /// Version, approval and dates, as the first page of a policy states them.
    public struct DocumentControl: Sendable {
        public let version: String
        public let status: Status
        public let agreedBy: String
        public let adopted: CivilDate
        public let endorsed: String?
        public let updated: CivilDate

        public enum Status: String, Sendable, CaseIterable {
            case draft, agreed, adopted, superseded
        }
    }

    static let fields: Fields<Strategy> = Schemas.fields(
        required("period", DateSpan.reader, "The days on which it is valid."),
        required("document", document, "Version, approval and dates."),
        required("pledge", .nonEmptyList(of: .text), "What the board promises."),
        optional("predecessor", .reference(), "The strategy before it, as an entry of the bibliography."),
        as: Strategy.init)

    private static let document: Reader<DocumentControl> = .object(
        "document control", "Version, approval and dates.",
        required("version", .text, "The version."),
        required("status", .word("status"), "How far its approval has come."),
        required("agreed_by", .text, "The group that agreed it."),
        required("adopted", .date, "When it was adopted."),
        optional("endorsed", .text, "Who endorsed it."),
        required("updated", .date, "When it was last changed."),
        as: DocumentControl.init)
}
