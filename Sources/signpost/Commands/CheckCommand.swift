import ArgumentParser
import Diagnostics
import Disk
import Governance
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
              signpost check --write-baseline old.txt to begin with: live with what is there
              signpost check --baseline old.txt       what is new since then
              signpost check --online                 asks other sites whether our links to them work
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions
    @OptionGroup(title: "Tolerance") var tolerance: ToleranceOptions
    @OptionGroup(title: "Links to other sites") var online: OnlineOptions

    func validate() throws {
        guard tolerance.failOn == nil || !report.strict else {
            throw ValidationError("--strict is --fail-on warning; give one of them.")
        }
    }

    func run() async throws {
        var progress = Progress()
        let assembly = Assembly(
            sources: sources, options: try edition.siteOptions(), isThorough: true, keepsTexts: online.online,
            keyFile: edition.key)
        var found = await assembly.run(&progress)
        if online.online, let links = found.links {
            progress.stage("Asking other sites")
            let faults = await LinkWatch(maxAge: online.maxAge, today: Today.date()).faults(of: links)
            found = found.with((found.diagnostics + faults).sortedByPlace())
        }
        let outcome = tolerated(found).counted
        progress.end()
        let report = Report(options: report, outcome: outcome, failOn: tolerance.failOn, tellsOwners: true)
        report.print()
        if let site = outcome.site, outcome.diagnostics.isEmpty, !self.report.quiet {
            Console.note("No faults in \(site.pageCount) pages (\(progress.elapsed.seconds)).\n")
        }
        if report.exitCode != .success { throw report.exitCode }
    }

    /// Without what the board lives with.
    private func tolerated(_ found: Assembly.Outcome) -> Assembly.Outcome {
        do {
            if let path = tolerance.writeBaseline {
                let baseline = Baseline(found.diagnostics)
                try FileReplacement.writeOver(ownKind: Array(baseline.text.utf8), to: path)
                note("\(path) holds \(baseline.count) faults to live with.\n")
                return found.with(baseline.new(among: found.diagnostics).faults)
            }
            guard let path = tolerance.baseline else { return found }
            let file = SourceFile(path: path, bytes: try OneFile.read(path, limit: Self.largestBaseline))
            let (baseline, faults) = Baseline.read(file)
            let (new, gone) = baseline.new(among: found.diagnostics)
            if gone > 0 {
                note(
                    "\(gone) of the \(baseline.count) faults in \(path) are gone; --write-baseline \(path) takes them out.\n"
                )
            }
            return found.with(new + faults)
        } catch {
            return found.adding(error.diagnostics)
        }
    }

    private func note(_ text: String) {
        if !report.quiet { Console.note(text) }
    }

    /// In bytes: some hundred thousand faults.
    private static let largestBaseline = 64 << 20
}
