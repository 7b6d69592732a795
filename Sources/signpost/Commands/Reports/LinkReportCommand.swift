import ArgumentParser
import Governance
import Reporting
import Site

struct LinkReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Every link out of the site, and who keeps the page that has it.",
        discussion: """
            It lists the addresses and asks nobody. `signpost check --online` does, for those who want that.

              signpost report links
              signpost report links --format csv > links.csv
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let options = SiteOptions(edition: .public, today: Today.date())
        let (checked, outcome) = await Assembly(sources: sources, options: options).check(&progress)
        progress.end()
        guard let checked else {
            Report(options: try ReportOptions.parse([]), outcome: outcome).print()
            throw ExitCode(1)
        }
        Console.data(ExternalLinks(checked.board).document.text(format))
    }
}
