import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Answers from the training records.",
        discussion: """
              signpost report publish
            """,
        subcommands: [PublishReportCommand.self])
}
