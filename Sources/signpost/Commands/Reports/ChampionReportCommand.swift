import ArgumentParser
import Reporting
import Training

struct ChampionReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "champions", abstract: "Champions against targets, and what each of them lacks.",
        discussion: """
              signpost report champions
              signpost report champions --format csv > champions.csv
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        let history = await desk.history()
        let report = ChampionReport(desk.records, history, asOf: records.day)
        progress.end()
        Console.data(report.document(history.scope).text(format))
    }
}
