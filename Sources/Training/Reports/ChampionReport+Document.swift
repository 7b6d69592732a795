import CivilTime
import Content
import JSONText
public import Reporting
import Schemas

extension ChampionReport {
    /// - Parameter scope: What the report was made with.
    public func document(_ scope: TrainingScope) -> ReportDocument {
        ReportDocument(
            title: "Champions on \(asOf)",
            facts: [
                .init("as_of", .string(asOf.description)), .init("champions", .integer(coverage.total.champions)),
                .init("target", coverage.total.target.map { .integer($0) } ?? .null),
            ],
            sentences: sentences, tables: [championTable, agencyTable(scope), siteKindTable(scope)])
    }

    private var sentences: [String] {
        let target = coverage.total.target.map { " of \($0) wanted" } ?? ""
        let lacking = Concern.allCases.compactMap { concern -> String? in
            let count = champions.count { $0.concerns.contains(concern) }
            return count == 0 ? nil : "\(count) \(concern.words)"
        }
        return ["\(coverage.total.champions) champions\(target)."]
            + (lacking.isEmpty ? [] : ["To do: \(lacking.joined(separator: ", "))."])
    }

    private var championTable: ReportTable {
        ReportTable(
            "people", title: "Champions and what they lack",
            columns: [
                .init("id", "Id"), .init("name", "Name"), .init("agency", "Agency"), .init("site_kind", "Kind of site"),
                .init("since", "Since"), .init("trained", "Trained"), .init("induction", "Induction"),
                .init("workshop", "Workshop"), .init("days", "Days"), .init("cascaded_to", "Cascaded to"),
                .init("manager", "Manager"), .init("concerns", "To do"),
            ],
            rows: champions.map { row in
                [
                    .text(row.person.id.text), .text(row.person.name), .text(row.champion.agency.text),
                    .text(row.champion.siteKind.text), .text(row.champion.since.description),
                    .present(row.champion.trained), .present(row.induction), .present(row.workshop),
                    .number(row.champion.days), .number(row.champion.cascades.reduce(0) { $0 + $1.people }),
                    .present(row.manager), .present(row.toDo),
                ]
            }, empty: "There are no champions yet. They are listed in `champions.yaml` of the training records.")
    }

    private func agencyTable(_ scope: TrainingScope) -> ReportTable {
        Self.table(
            "agencies", "Agency", coverage.agencies.map { ($0.agency.text, scope.agencies[$0.agency].name, $0.cell) })
    }

    private func siteKindTable(_ scope: TrainingScope) -> ReportTable {
        Self.table(
            "site_kinds", "Kind of site",
            coverage.siteKinds.map { row in
                (row.siteKind.text, scope.siteKinds.first { $0.id == row.siteKind }?.title ?? "", row.cell)
            })
    }

    private static func table(
        _ name: String, _ title: String, _ rows: [(id: String, title: String, cell: Coverage.Cell)]
    ) -> ReportTable {
        ReportTable(
            name, title: "Coverage by \(title.prefix(1).lowercased() + title.dropFirst())",
            columns: [
                .init("id", "Id"), .init("title", title), .init("champions", "Champions"), .init("target", "Target"),
                .init("gap", "Wanting"),
            ],
            rows: rows.map { row in
                [
                    .text(row.id), .text(row.title), .number(row.cell.champions),
                    row.cell.target.map { .number($0) } ?? .none, row.cell.gap.map { .number($0) } ?? .none,
                ]
            }, empty: "The board lists none.")
    }
}

extension ChampionReport.Row {
    fileprivate var toDo: String? {
        concerns.isEmpty ? nil : concerns.map(\.words).joined(separator: ", ")
    }
}
