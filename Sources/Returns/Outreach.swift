public import CivilTime
public import Content
import Diagnostics
public import Schemas

/// Whom the board has gone to see: businesses of each sector, how they took it, and whom to see again.
///
/// How one business took it is for the board alone. Only counts leave this module, and only through `Disclosure`.
public struct Outreach: Sendable {
    public let title: String
    public let note: String?
    public let smallCounts: IndicatorTable.SmallCounts
    public let sectors: [Choice]
    public let responses: [Choice]
    /// The earliest first.
    public let periods: [Period]
    public let businesses: Registry<Business>
    /// By day.
    public let contacts: [BusinessContact]

    /// The days that one column of the figures counts.
    public struct Period: Sendable {
        public let id: Located<String>
        public let title: String
        public let from: CivilDate
        public let to: CivilDate

        public func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }
    }

    static let reader: Reader<Outreach> = .object("outreach", "Contacts with businesses.", body)

    private static let body: Fields<Outreach> = fields(
        required("title", .text, "The title of its figures on pages."),
        optional("note", .text, "What readers of the figures should know."),
        optional(
            "small_counts", .word("treatment of small counts"),
            "`shown` where the board has decided that no count of businesses is confidential.", otherwise: .hidden,
            spelled: "hidden"),
        required("sectors", .nonEmptyList(of: Choice.reader), "The sectors, in order."),
        required("responses", .nonEmptyList(of: Choice.reader), "How a business may take it, in order."),
        required("periods", .nonEmptyList(of: period), "The periods that are counted, the earliest first."),
        list("businesses", Business.reader, "The businesses."),
        list("contacts", BusinessContact.reader, "Each visit, call or letter."),
        as: {
            Outreach(
                title: $0, note: $1, smallCounts: $2, sectors: $3, responses: $4, periods: $5,
                businesses: Registry($6), contacts: $7.sorted { $0.on.value < $1.on.value })
        }
    ).checked { outreach, _, reading in
        let (sectors, responses) = (outreach.sectors.map(\.id), outreach.responses.map(\.id))
        for business in outreach.businesses.items { reading.expect(business.sector, in: sectors, "sector") }
        for contact in outreach.contacts {
            reading.expect(contact.response, in: responses, "response")
            guard let date = contact.followUp, date <= contact.on.value else { continue }
            reading.report(
                .datesOutOfOrder,
                "\"\(contact.business)\" was seen on \(contact.on.value), and is to be seen again by \(date)",
                at: contact.on.location, help: "`follow_up` is a later day")
        }
        for (before, next) in zip(outreach.periods, outreach.periods.dropFirst()) where next.from <= before.to {
            reading.report(
                .datesOutOfOrder,
                "\"\(next.id.value)\" starts on \(next.from), and the period before it ends on \(before.to)",
                at: next.id.location, help: "put the earliest period first, and let none of them overlap")
        }
    }

    private static let period: Reader<Period> = .object(
        "period", "The days that one column of the figures counts.",
        required("id", Reader.word.located, "A short name, for figures on pages."),
        required("title", .text, "Its heading."),
        required("from", .date, "Its first day."),
        required("to", .date, "Its last day. Its figures are published from the day after."),
        as: Period.init)

    /// What the file holds, for the content reference and the JSON Schemas.
    public static var shapes: [(path: String, shape: SchemaShape)] { [("outreach.yaml", reader.shape)] }
}

/// A business that the board goes to see.
public struct Business: Entity {
    public static let entity = EntityKind(noun: "business", home: "records/outreach.yaml")

    public let id: ID<Business>
    public let name: String
    public let sector: Located<String>

    static let reader: Reader<Business> = .object(
        "business", "A business that the board goes to see.",
        required("id", .identifier(), "The name that contacts use."),
        required("name", .text, "Its name. It is never published."),
        required("sector", Reader.word.located, "Its sector."),
        as: Business.init)
}

/// One visit, call or letter.
public struct BusinessContact: Sendable {
    public let business: ID<Business>
    public let on: Located<CivilDate>
    /// One of the responses of the same file.
    public let response: Located<String>
    /// The day by which somebody is to go again. A later contact settles it.
    public let followUp: CivilDate?
    public let note: String?

    static let reader: Reader<BusinessContact> = .object(
        "contact with a business", "One visit, call or letter.",
        required("business", .reference(), "Which business."),
        required("on", Reader.date.located, "The day."),
        required("response", Reader.word.located, "How the business took it."),
        optional("follow_up", .date, "The day by which somebody is to go again; a later contact settles it."),
        optional("note", .text, "What whoever goes again should know. It is never published."),
        as: BusinessContact.init)
}
