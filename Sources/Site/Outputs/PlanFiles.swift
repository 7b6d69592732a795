import CivilTime
import Content
import JSONText
import Reporting
import Schemas

/// The action plan for spreadsheets and programs, where the edition has its page: every action, as readers see it.
struct PlanFiles {
    let plans: Plans

    static func path(_ ending: String) -> String { "action-plan.\(ending)" }

    func files() -> [SiteFile] {
        let plan = plans.original
        guard let actionPlan = plan.board.actionPlan, plan.has(.actionPlan) else { return [] }
        let table = table(of: actionPlan, plan.board)
        return [
            SiteFile(path: Self.path("csv"), bytes: Array(CSVText.file(table).utf8)),
            SiteFile(path: Self.path("json"), bytes: json(of: actionPlan, table).bytes(indented: true)),
        ]
    }

    private func table(of actionPlan: ActionPlan, _ board: Board) -> ReportTable {
        ReportTable(
            "action-plan", title: actionPlan.title,
            columns: [
                .init("strand", "Strand"), .init("outcome", "Outcome"), .init("id", "Action"), .init("what", "What"),
                .init("how", "How"), .init("owner", "Who"), .init("due", "By when"), .init("rating", "Progress"),
                .init("as_at", "Progress as at"), .init("evidence", "What shows it"), .init("note", "Note"),
                .init("carried_from", "Carried over from"),
            ],
            rows: actionPlan.strands.flatMap { strand in
                strand.outcomes.flatMap { outcome in
                    outcome.actions.map { action in
                        [.text(strand.title), .text(outcome.title)]
                            + cells(of: action, owner: board.agencies[action.owner].name, asAt: actionPlan.asAt)
                    }
                }
            }, empty: "")
    }

    private func cells(of action: ActionPlan.Action, owner: String, asAt: CivilDate) -> [ReportTable.Value] {
        [
            .text(action.id), .text(action.what), .text(action.how), .text(owner), .text(action.due.description),
            .text(action.rating.rawValue), .text(asAt.description), .present(action.evidence), .present(action.note),
            .present(action.carriedFrom),
        ]
    }

    /// The same rows, under the same names.
    private func json(of actionPlan: ActionPlan, _ table: ReportTable) -> JSONValue {
        .present([
            ("title", .string(actionPlan.title)), ("as_at", .string(actionPlan.asAt.description)),
            (
                "actions",
                .array(
                    table.rows.map { row in
                        .present(
                            zip(table.columns, row).map { column, value in
                                if case .text(let text) = value {
                                    (column.name, .string(text))
                                } else {
                                    (column.name, nil)
                                }
                            })
                    })
            ),
        ])
    }
}
