public import CivilTime
import Diagnostics
public import Schemas

/// Somebody to turn to: an emergency number, a helpline, a local service, an online form.
public struct Contact: Entity {
    public static let entity = EntityKind(noun: "contact", home: "data/contacts.yaml")

    public let id: ID<Contact>
    public let name: String
    public let kind: Kind
    /// When to use it, in one sentence.
    public let summary: String
    public let ways: Ways
    public let hours: String?
    /// How to reach it with a hearing or speech impairment.
    public let relay: String?
    /// The day on which somebody last checked that all of this is right.
    public var verifiedOn: CivilDate { verified.value }
    /// The same, and where it stands.
    public let verified: Located<CivilDate>

    public enum Kind: String, Sendable, CaseIterable {
        case emergency, helpline, local, online
    }

    /// How to reach it; at least one way is given.
    public struct Ways: Sendable, Hashable {
        public let phone: String?
        public let textNumber: String?
        public let email: String?
        public var url: String? { web?.value }
        /// Its web page, and where that stands.
        public let web: Located<String>?
    }

    public static let reader: Reader<Contact> = .object(
        "contact", "Somebody to turn to.",
        required("id", .identifier(), "The name other files use for it."),
        required("name", .text, "Its name as readers know it."),
        required("kind", .word("kind of contact"), "What sort of help it is."),
        required("summary", .text, "When to use it, in one sentence."),
        ways,
        optional("hours", .text, "When it answers. Leave it out where sources disagree."),
        optional("relay", .text, "How to reach it with a hearing or speech impairment."),
        required("verified_on", Reader.date.located, "The day on which somebody last checked the entry."),
        as: Contact.init)

    private static let ways: Fields<Ways> = fields(
        optional("phone", .telephone, "Its telephone number. At least one of the four ways to reach it is needed."),
        optional("text_number", .telephone, "Its number for text messages."),
        optional("email", .emailAddress, "Its e-mail address."),
        optional("url", Reader.webAddress.located, "Its web page."),
        as: Ways.init
    ).checked { ways, location, reading in
        if ways.phone ?? ways.textNumber ?? ways.email ?? ways.url == nil {
            reading.report(
                .unreachableContact, "this contact gives no way to reach it", at: location,
                help: "add `phone`, `text_number`, `email` or `url`")
        }
    }
}
