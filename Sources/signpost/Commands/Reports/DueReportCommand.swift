import ArgumentParser
import Reporting
import Training

struct DueReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Whose training is overdue or soon will be, with a letter to each manager.",
        discussion: """
              signpost report due
              signpost report due --within 30d --format csv > due.csv
              signpost report due --never                       those who were never trained too

            A letter is a mailto: link. It opens in your mail program, and nothing is sent until you send it.
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "How far ahead to look, in days: 90d or 90. (default: the board's own number, 90)")
    var within: DayCount?

    @Flag(help: "List those who never reached their level too.")
    var never = false

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        progress.stage("Looking up everybody")
        let history = await desk.history()
        let list = DueList(
            desk.records, history, asOf: records.day, within: within?.days ?? history.scope.dueWithinDays,
            includingNever: never)
        progress.end()
        Console.data(list.document.text(format))
    }
}

/// `90d` or `90`.
struct DayCount: ExpressibleByArgument {
    let days: Int

    init?(argument: String) {
        let digits = argument.hasSuffix("d") ? String(argument.dropLast()) : argument
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(digits), days <= 10_000 else {
            return nil
        }
        self.days = days
    }
}
