import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Answers from the training records: who was trained, who is due.",
        discussion: """
            These reports are for the training team: they are not under small-count control, and some hold names. What
            may be published is on the public site.

              signpost report training --from 2026-04 --to 2026-06
              signpost report training --by course --format csv > quarter.csv
            """,
        subcommands: [TrainingReportCommand.self])
}
