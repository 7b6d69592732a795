public import CivilTime
import Diagnostics
public import Schemas

/// A week or a day of action.
public struct Campaign: Entity {
    public static let entity = EntityKind(noun: "campaign", home: "data/campaigns.yaml")

    public let id: ID<Campaign>
    public let title: String
    public let summary: String
    public let days: DateSpan
    public var url: String? { web?.value }
    /// Its page on the web, and where that stands.
    public let web: Located<String>?

    public static let reader: Reader<Campaign> = .object(
        "campaign", "A week or a day of action.",
        required("id", .identifier(), "The name other files use for it."),
        required("title", .text, "Its title."),
        required("summary", .text, "What it is about."),
        DateSpan.fields,
        optional("url", Reader.webAddress.located, "Its page on the web."),
        as: Campaign.init)
}

/// From one day to another, both included.
public struct DateSpan: Sendable, Hashable {
    public let from: CivilDate
    public let to: CivilDate

    public func contains(_ day: CivilDate) -> Bool { from <= day && day <= to }

    static let fields: Fields<DateSpan> = Schemas.fields(
        required("from", .date, "The first day."),
        required("to", .date, "The last day."),
        as: DateSpan.init
    ).checked { span, location, reading in
        if span.to < span.from {
            reading.report(
                .datesOutOfOrder, "the last day, \(span.to), is before the first, \(span.from)", at: location)
        }
    }

    static let reader: Reader<DateSpan> = .object("period", "From one day to another.", fields)
}
