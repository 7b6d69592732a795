import CivilTime
import Diagnostics
import JSONText
public import Reporting

extension ReviewCalendar {
    /// The calendar as a report.
    public var document: ReportDocument {
        let overdue = items.count { state(of: $0) == .overdue }
        let soon = items.count { state(of: $0) == .soon }
        return ReportDocument(
            title: "Reviews, as of \(today)",
            facts: [
                .init("as_of", .string(today.description)), .init("overdue", .integer(overdue)),
                .init("due_soon", .integer(soon)),
            ],
            sentences: ["\(overdue) overdue, \(soon) due within \(noticeDays) days, \(items.count) in all."],
            tables: [table])
    }

    private var table: ReportTable {
        ReportTable(
            "reviews", title: "What is due when",
            columns: [
                .init("due", "Due"), .init("state", "State"), .init("kind", "What"), .init("name", "Name"),
                .init("owner", "Owner"), .init("file", "File"),
            ],
            rows: items.map { item in
                [
                    .text(item.due.description), .text(state(of: item).rawValue), .text(item.kind.rawValue),
                    .text(item.name), .present(item.owner), .text(item.location.path),
                ]
            },
            empty: "Nothing has a date.")
    }
}
