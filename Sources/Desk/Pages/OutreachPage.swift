import CivilTime
import Returns
import Schemas
import Site

/// Which businesses were reached, how they took it, and whom to see again.
struct OutreachPage {
    let desk: DeskRecords
    let outreach: Outreach

    var page: DeskPage {
        let open = outreach.followUps
        return DeskPage(
            path: DeskPath.outreach, title: "Outreach",
            summary: "Which businesses were reached, how they took it, and whom to see again. Not for publishing.",
            above: [.desk],
            facts: [
                DeskPage.Fact("To be seen again", .number(open.count)),
                DeskPage.Fact("Overdue", .number(open.count { $0.due < desk.today })),
            ],
            parts: [followUps] + outreach.periods.reversed().map(part) + [contacts])
    }

    private var followUps: DeskPage.Part {
        DeskPage.Part(
            id: "follow-ups", title: "To be seen again",
            table: .init(
                columns: ["Business", "Sector", "By", "State", "Last seen", "Response", "Note"],
                rows: outreach.followUps.map { followUp in
                    let isOverdue = followUp.due < desk.today
                    return cells(of: followUp.contact) + [
                        .day(followUp.due), .text(isOverdue ? "Overdue" : "Open", tone: isOverdue ? .danger : .plain),
                        .day(followUp.contact.on.value), .text(outreach.title(of: followUp.contact)),
                        .text(followUp.contact.note ?? ""),
                    ]
                }, empty: "Nobody is to be seen again."))
    }

    private func part(_ period: Outreach.Period) -> DeskPage.Part {
        DeskPage.Part(
            id: "period-\(period.id.value)", title: period.title,
            table: .init(
                columns: ["Sector", "Businesses"] + outreach.responses.map(\.title),
                rows: outreach.reaches(in: period).map { sector, reach in
                    [.text(sector.title), .number(reach.businesses)] + reach.byResponse.map { .number($0) }
                }, empty: "No sector is listed."))
    }

    private var contacts: DeskPage.Part {
        DeskPage.Part(
            id: "contacts", title: "All contacts",
            table: .init(
                columns: ["Business", "Sector", "Day", "Response", "Note"],
                rows: outreach.contacts.reversed().map { contact in
                    cells(of: contact) + [
                        .day(contact.on.value), .text(outreach.title(of: contact)), .text(contact.note ?? ""),
                    ]
                }, empty: "No contact is on record. Contacts are listed in outreach.yaml of the records."))
    }

    private func cells(of contact: BusinessContact) -> [Cell] {
        let business = outreach.businesses[contact.business]
        return [.text(business.name), .text(outreach.title(of: business))]
    }
}
