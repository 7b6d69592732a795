import CivilTime
import Training

/// All runs, the newest first.
struct RunListPage {
    let desk: DeskRecords

    var page: DeskPage {
        DeskPage(
            path: DeskPath.runs, title: "Runs", summary: "Every run with its bookings, registers and certificates.",
            above: [.desk],
            parts: [
                part("coming", "To come", desk.records.upcomingRuns(asOf: desk.today), "No run is planned."),
                part(
                    "held", "Held, and called off",
                    desk.records.runs.filter { !$0.isUpcoming(asOf: desk.today) }.reversed(), "No run was held yet."),
            ])
    }

    private func part(_ id: String, _ title: String, _ runs: [Run], _ empty: String) -> DeskPage.Part {
        DeskPage.Part(
            id: id, title: title,
            table: .init(
                columns: Self.columns, rows: runs.map { Self.row($0, desk) },
                empty: "\(empty) Runs are files in the folder `runs/` of the training records."))
    }

    static let columns = ["Course", "Date", "Time", "Place", "Places", "Taken", "Attended"]

    static func row(_ run: Run, _ desk: DeskRecords) -> [Cell] {
        let attended = run.attendance.count { $0.status.countsAsAttended }
        return [
            desk.cell(of: run), .day(run.date), .text("\(run.start)–\(run.end)"),
            run.isCancelled ? .text("Called off", tone: .danger) : .text(run.placeName ?? "Online"),
            .number(run.places), .number(run.placesTaken),
            run.wasHeld(asOf: desk.today) ? .number(attended) : .nothing,
        ]
    }
}
