import ArgumentParser

struct AttendanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "Bring who came to a course into the training records.",
        discussion: """
              signpost attendance import report.csv --run 2026-03-12-aware
            """,
        subcommands: [AttendanceImportCommand.self])
}
