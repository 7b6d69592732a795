import ArgumentParser
import CivilTime
import Site

/// The public site of a day, of which reports tell something, and nothing is drawn.
struct PublicSite {
    let sources: SourceOptions
    let day: CivilDate

    /// Reads and checks everything, and reports what is wrong.
    ///
    /// - Throws: The exit status, where there is an error.
    func checked(_ options: ReportOptions) async throws -> Assembly.Checked {
        var progress = Progress()
        let site = SiteOptions(edition: .public, today: day, drafts: false)
        let (checked, outcome) = await Assembly(sources: sources, options: site).check(&progress)
        progress.end()
        let report = Report(options: options, outcome: outcome)
        report.print()
        guard let checked, options.allows(outcome.diagnostics) else { throw report.exitCode }
        return checked
    }
}
