import CivilTime
import Content
import Disclosure
import Reporting
import Schemas

/// The training figures that pages show, for spreadsheets: after disclosure control, and no others.
struct TrainingFiles {
    let plans: Plans

    static let path = "training.csv"

    func files() -> [SiteFile] {
        let rows = queries.compactMap(row)
        guard !rows.isEmpty else { return [] }
        let table = ReportTable(
            "training", title: "Training",
            columns: [
                .init("from", "From"), .init("to", "To"), .init("course", "Course"), .init("runs", "Runs"),
                .init("people", "People"), .init("agencies", "Agencies"),
            ],
            rows: rows, empty: "")
        return [SiteFile(path: Self.path, bytes: Array(CSVText.file(table).utf8))]
    }

    /// What blocks and pages of courses ask, each question once, in an order that does not depend on the pages'.
    private var queries: [FigureQuery] {
        let asked = plans.all.flatMap(\.pages).flatMap { page in
            let blocks = page.components.compactMap {
                HostTypes.Block(component: $0.component, arguments: $0.arguments).figureQuery
            }
            guard case .course(let course) = page.kind else { return blocks }
            return blocks + [FigureQuery(course: course.id, until: plans.original.today)]
        }
        return Set(asked).sorted()
    }

    private func row(_ query: FigureQuery) -> [ReportTable.Value]? {
        let plan = plans.original
        guard let figures = plan.training?.figures(for: query), figures.runs > 0 || query.hasStart else { return nil }
        let course = query.course.flatMap { plan.board.coursePages[$0] }.flatMap { plan.board.pages.find($0) }
        return [
            query.hasStart ? .text(query.from.description) : .none, .text(query.to.description),
            .text(course?.front.title ?? "All courses"),
            .number(figures.runs), Self.value(figures.people), Self.value(figures.agencies),
        ]
    }

    private static func value(_ count: PublishableCount) -> ReportTable.Value {
        count.value.map { .number($0) } ?? .text(count.text)
    }
}

extension FigureQuery {
    /// Whether it asks for a period, and not for everything so far; pages of courses say nothing where that is nothing.
    fileprivate var hasStart: Bool { from.daysSinceEpoch > 0 }
}
