import ArgumentParser
import Site

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find every fault without writing anything.",
        discussion: """
            Does all that `build` does up to the point of writing, and looks at what a build lets pass: words that blame
            children, acronyms that nobody explains, links that say nothing, texts that are hard for their readers, reviews that are due, figures that do not add up.

              signpost check --strict                 for a build server: warnings count
              signpost check --format sarif > faults.sarif
              signpost check --as-of 2027-01-01       what will be wrong on New Year's Day
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    func run() async throws {
        var progress = Progress()
        let assembly = Assembly(
            sources: sources, options: try edition.siteOptions(), isThorough: true, keyFile: edition.key)
        let outcome = await assembly.run(&progress)
        progress.end()
        let report = Report(options: report, outcome: outcome)
        report.print()
        if let site = outcome.site, outcome.diagnostics.isEmpty, !self.report.quiet {
            Console.note("No faults in \(site.pageCount) pages (\(progress.elapsed.seconds)).\n")
        }
        if report.exitCode != .success { throw report.exitCode }
    }
}
