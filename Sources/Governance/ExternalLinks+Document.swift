import Diagnostics
import JSONText
public import Reporting

extension ExternalLinks {
    /// The addresses as a report, for those who look at them without a program.
    public var document: ReportDocument {
        let count = Set(uses.map(\.address)).count
        return ReportDocument(
            title: "Links out of the site",
            facts: [.init("addresses", .integer(count)), .init("places", .integer(uses.count))],
            sentences: ["\(count) addresses in \(uses.count) places."], tables: [table])
    }

    private var table: ReportTable {
        ReportTable(
            "links", title: "Where readers can be sent",
            columns: [
                .init("address", "Address"), .init("kind", "What"), .init("name", "Name"), .init("owner", "Owner"),
                .init("file", "File"), .init("line", "Line"),
            ],
            rows: uses.map { use in
                [
                    .text(use.address), .text(use.kind.rawValue), .text(use.name), .present(use.owner),
                    .text(use.location.path), use.location.isWholeFile ? .none : .number(use.location.start.line),
                ]
            },
            empty: "No link leads out of the site.")
    }
}
