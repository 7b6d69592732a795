import ArgumentParser
import Reporting
import Training

struct DuplicateReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Records that look like the same person twice.",
        discussion: """
              signpost report duplicates

            Nobody is merged by this. You say who is one person with `same_as:` in people.yaml.
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        progress.stage("Comparing everybody")
        let duplicates = Duplicates(desk.records.people)
        progress.end()
        Console.data(duplicates.document.text(format))
    }
}
