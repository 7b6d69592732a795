import ArgumentParser

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Answers from the training records.",
        discussion: """
              signpost report publish      what the public site may show, as a file
              signpost report hidden       which counts it hides, and why
            """,
        subcommands: [PublishReportCommand.self, HiddenReportCommand.self])
}
