import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Answers from the records: who was trained, who is due, who answered.",
        discussion: """
            These reports are for the training team: they are not under small-count control, and some hold names. Only
            what `report publish` writes may be published.

              signpost report training --from 2026-04 --to 2026-06
              signpost report training --by course --format csv > quarter.csv
              signpost report champions
              signpost report due --within 90d
              signpost report duplicates
              signpost report returns      which schools answered the self-assessment, and which are missing
              signpost report outreach     which businesses were reached, and whom to see again
              signpost report publish      what the public site may show, as a file
              signpost report hidden       which counts it hides, and why
              signpost report reviews      what of the site must be looked at again, and by when
              signpost report links        every link out of the site, and who keeps it
            """,
        subcommands: [
            TrainingReportCommand.self, ChampionReportCommand.self, DueReportCommand.self, DuplicateReportCommand.self,
            ReturnsReportCommand.self, OutreachReportCommand.self, PublishReportCommand.self, HiddenReportCommand.self,
            ReviewReportCommand.self, LinkReportCommand.self,
        ])
}
