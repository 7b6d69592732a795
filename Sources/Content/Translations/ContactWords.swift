import Languages
public import Schemas

/// What a contact says about itself in another language: `data/contacts.cy.yaml`. Numbers and addresses stay with the
/// contact itself, so that they are kept right in one place.
public struct ContactWords: Sendable, Hashable {
    public let contact: ID<Contact>
    public let name: String?
    public let summary: String
    public let hours: String?
    public let relay: String?

    static let reader: Reader<ContactWords> = .object(
        "contact in another language", "What a contact says about itself, translated.",
        required("id", .reference(), "The contact."),
        optional("name", .text, "Its name, where it has one in this language."),
        required("summary", .text, "When to use it, in one sentence."),
        optional("hours", .text, "When it answers."),
        optional("relay", .text, "How to reach it with a hearing or speech impairment."),
        as: ContactWords.init)
}
