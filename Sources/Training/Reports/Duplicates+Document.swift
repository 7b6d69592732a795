import JSONText
public import Reporting
import Schemas

extension Duplicates {
    public var document: ReportDocument {
        let table = ReportTable(
            "pairs", title: "Who may be one person",
            columns: [
                .init("first", "Id"), .init("first_name", "Name"), .init("second", "Id"), .init("second_name", "Name"),
                .init("reason", "Why"),
            ],
            rows: pairs.map { pair in
                [
                    .text(pair.first.id.text), .text(pair.first.name), .text(pair.second.id.text),
                    .text(pair.second.name), .text(pair.reason.rawValue),
                ]
            }, empty: "No two records look like the same person.")
        let advice =
            "If they are one, add `same_as:` with the id that stays to the other's line in people.yaml; "
            + "if not, `not_same_as:`."
        return ReportDocument(
            title: "Records that look alike", facts: [.init("count", .integer(pairs.count))],
            sentences: pairs.isEmpty ? [] : [advice], tables: [table])
    }
}
