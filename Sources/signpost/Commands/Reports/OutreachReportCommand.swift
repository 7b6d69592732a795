import ArgumentParser
import Reporting
import Returns
import Training

struct OutreachReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outreach", abstract: "Which businesses were reached, how they took it, and whom to see again.",
        discussion: """
              signpost report outreach
              signpost report outreach --format json

            It names businesses, and is for the board's own desk.
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        progress.end()
        guard let outreach = desk.records.outreach else {
            throw ValidationError("There is no outreach in the records. It is the file outreach.yaml.")
        }
        Console.data(outreach.document(asOf: records.day).text(format))
    }
}
