import ArgumentParser

struct RecordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records", abstract: "Keep the training records no longer than they may be kept.",
        discussion: """
              signpost records prune                        what is past its date
              signpost records prune --apply                remove it
            """,
        subcommands: [PruneCommand.self])
}
