import CivilTime
import Content
import JSONText
public import Reporting
import Schemas

extension DueList {
    public var document: ReportDocument {
        ReportDocument(
            title: "Training due within \(within) days of \(asOf)",
            facts: [.init("as_of", .string(asOf.description)), .init("within_days", .integer(within))],
            sentences: sentences, tables: [people, letters])
    }

    private var sentences: [String] {
        let overdue = entries.count { if case .overdue = $0.status { true } else { false } }
        let due = entries.count { if case .due = $0.status { true } else { false } }
        let alone = entries.count { $0.person.manager == nil }
        let reach = alone == 0 ? nil : "\(alone) without a manager's address, so no letter reaches them."
        return ["\(overdue) overdue, \(due) due.", reach].compactMap(\.self)
    }

    private var people: ReportTable {
        ReportTable(
            "people", title: "Who",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("email", "E-mail"), .init("agency", "Agency"),
                .init("status", "Status"), .init("last_day", "Last day"), .init("manager", "Manager"),
            ],
            rows: entries.map { entry in
                [
                    .text(entry.person.id.text), .text(entry.person.name), .present(entry.person.email),
                    .text(entry.agency.text), .text(entry.status.word), .present(entry.status.lastDay),
                    .present(entry.person.manager),
                ]
            }, empty: "Nobody's training is overdue or runs out within \(within) days.")
    }

    private var letters: ReportTable {
        ReportTable(
            "letters", title: "A letter to each manager: open the link to read and send it",
            columns: [.init("manager", "Manager"), .init("people", "People"), .init("link", "Link")],
            rows: zip(byManager, drafts).map { group, draft in
                [.text(group.manager), .number(group.entries.count), .text(draft.link)]
            },
            empty: "There is nobody to write to. Put managers' addresses into people.yaml as `manager:`.")
    }
}
