import CivilTime
import Reporting
import Training

/// Where the training team starts: what is next, what is left to do, how the board stands.
struct FrontPage {
    let desk: DeskRecords

    /// So many runs to come are shown; the list of runs has all.
    private static let next = 8

    var page: DeskPage {
        DeskPage(
            path: DeskPath.front, title: "Training desk",
            summary: "The training team's own pages. They hold personal data: keep them inside.",
            facts: ComplianceFacts(counts: desk.compliance.total).facts, links: links,
            parts: [comingRuns, unmarkedRuns, ComplianceParts(desk: desk).byAgency])
    }

    private var links: [DeskPage.Link] {
        let training = [
            ("Runs", DeskPath.runs), ("People", DeskPath.people), ("Agencies", DeskPath.agencies),
            ("Refreshers due", DeskPath.due), ("Champions", DeskPath.champions), ("Evaluations", DeskPath.evaluations),
            ("Hidden counts", DeskPath.hidden),
        ]
        let collected = [
            desk.records.selfAssessment.map { _ in ("Self-assessment of schools", DeskPath.assessment) },
            desk.records.outreach.map { _ in ("Outreach", DeskPath.outreach) },
        ].compactMap(\.self)
        return (training + collected).map { DeskPage.Link(title: $0, path: $1) }
    }

    private var comingRuns: DeskPage.Part {
        DeskPage.Part(
            id: "next", title: "Next runs",
            table: .init(
                columns: RunListPage.columns,
                rows: desk.records.upcomingRuns(asOf: desk.today).prefix(Self.next).map { RunListPage.row($0, desk) },
                empty: "No run is planned. Runs are files in the folder runs/ of the training records.",
                isDownload: false))
    }

    /// Held, and nobody noted yet what became of somebody's place.
    private var unmarkedRuns: DeskPage.Part {
        let open = desk.records.heldRuns(asOf: desk.today).compactMap { run -> [Cell]? in
            let unmarked = run.attendance.count { $0.status == .booked }
            return unmarked == 0 ? nil : [desk.cell(of: run), .day(run.date), .number(unmarked)]
        }
        return DeskPage.Part(
            id: "unmarked", title: "Registers to fill in",
            text: open.isEmpty ? nil : "These runs were held, and some of the people still stand as booked.",
            table: .init(
                columns: ["Course", "Date", "Still booked"], rows: open,
                empty: "Every register is filled in.", isDownload: false))
    }
}
