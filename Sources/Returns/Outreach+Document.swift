public import CivilTime
import Content
import JSONText
public import Reporting
import Schemas

extension Outreach {
    /// Outreach as a report for the board's own desk: it names businesses, and is not under small-count control.
    public func document(asOf date: CivilDate) -> ReportDocument {
        let open = followUps
        return ReportDocument(
            title: "\(title), as of \(date)", facts: [.init("as_of", .string(date.description))],
            sentences: [
                "\(contacts.count) contacts with \(Set(contacts.map(\.business)).count) businesses.",
                "\(open.count) to be seen again, \(open.count { $0.due < date }) of them overdue.",
            ],
            tables: [reached, followUps(asOf: date)])
    }

    private var reached: ReportTable {
        let words = [("businesses", "Businesses")] + responses.map { ($0.id, $0.title) }
        return ReportTable(
            "sectors", title: "Businesses that were reached, by their last response in each period",
            columns: [.init("period", "Period"), .init("sector", "Sector")] + words.map { .init($0.0, $0.1) },
            rows: periods.flatMap { period in
                reaches(in: period).map { sector, reach in
                    [.text(period.title), .text(sector.title), .number(reach.businesses)]
                        + reach.byResponse.map { .number($0) }
                }
            }, empty: "No period is listed.")
    }

    private func followUps(asOf date: CivilDate) -> ReportTable {
        ReportTable(
            "follow_ups", title: "To be seen again",
            columns: [
                .init("business", "Business"), .init("name", "Name"), .init("sector", "Sector"), .init("due", "By"),
                .init("state", "State"), .init("seen", "Last seen"), .init("response", "Response"),
                .init("note", "Note"),
            ],
            rows: followUps.map { followUp in
                let (contact, business) = (followUp.contact, businesses[followUp.contact.business])
                return [
                    .text(business.id.text), .text(business.name), .text(title(of: business)),
                    .text(followUp.due.description), .text(followUp.due < date ? "overdue" : "open"),
                    .text(contact.on.value.description), .text(title(of: contact)), .present(contact.note),
                ]
            }, empty: "Nobody is to be seen again.")
    }

    public func title(of business: Business) -> String {
        sectors.first { $0.id == business.sector.value }?.title ?? business.sector.value
    }

    public func title(of contact: BusinessContact) -> String {
        responses.first { $0.id == contact.response.value }?.title ?? contact.response.value
    }
}
