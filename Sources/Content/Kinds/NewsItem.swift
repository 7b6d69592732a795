public import CivilTime
public import Schemas

/// News, dated, and part of a campaign where it says so.
public struct NewsItem: Sendable {
    public let date: CivilDate
    public let campaign: ID<Campaign>?

    static let fields: Fields<NewsItem> = Schemas.fields(
        required("date", .date, "The day it is dated."),
        optional("campaign", .reference(), "The campaign it belongs to."),
        as: NewsItem.init)
}
