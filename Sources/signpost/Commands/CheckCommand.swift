import ArgumentParser
import Diagnostics
import Disk
import Governance
import Site

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find every fault without writing a site.",
        discussion: """
            Does all that `build` does up to the point of writing, and looks at what a build lets pass: words that blame
            children, acronyms that nobody explains, links that say nothing, texts that are hard for their readers, reviews that are due, figures that do not add up.

              signpost check --strict                 for a build server: warnings count
              signpost check --format sarif > faults.sarif
              signpost check --as-of 2027-01-01       what will be wrong on New Year's Day
              signpost check --write-baseline old.txt to begin with: live with what is there
              signpost check --baseline old.txt       what is new since then
              signpost check --online                 asks other sites whether our links to them work

            Where nothing has changed since the last check, it repeats what that found, and where only the running text
            of pages has, it looks at that. What it needs to know stands in signpost/ below $XDG_CACHE_HOME or ~/.cache,
            for nobody else to read, and may be deleted at any time; --no-cache does without.
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions
    @OptionGroup(title: "Tolerance") var tolerance: ToleranceOptions
    @OptionGroup(title: "Links to other sites") var online: OnlineOptions

    @Flag(help: "Look at everything, whatever the last check found, and keep nothing for the next.")
    var noCache = false

    @Flag(help: "Say how long each step took.")
    var timings = false

    func validate() throws {
        guard tolerance.failOn == nil || !report.strict else {
            throw ValidationError("--strict is --fail-on warning; give one of them.")
        }
    }

    func run() async throws {
        var progress = Progress()
        var options = try edition.siteOptions()
        let last = online.online || noCache ? nil : LastCheck(sources, options)
        options.keepsSurroundings = last != nil
        let assembly = Assembly(sources: sources, options: options, isThorough: true, keyFile: edition.key)
        let found: Findings
        if let kept = await last?.findings(by: assembly, &progress) {
            found = kept
        } else {
            found = await checkEverything(assembly, last, &progress)
        }
        let findings = tolerated(found).counted
        progress.end()
        let report = Report(options: report, findings: findings, failOn: tolerance.failOn, tellsOwners: true)
        report.print()
        if let pages = findings.pageCount, findings.faults.isEmpty, !self.report.quiet {
            Console.note("No faults in \(pages) pages (\(progress.elapsed.seconds)).\n")
        }
        if timings { Console.note(progress.timings) }
        if report.exitCode != .success { throw report.exitCode }
    }

    private func checkEverything(
        _ assembly: Assembly, _ last: LastCheck?, _ progress: inout Progress
    ) async -> Findings {
        let outcome = await assembly.run(&progress)
        let findings = Findings(outcome)
        if let last {
            progress.stage("Noting what was found")
            last.remember(outcome)
        }
        guard online.online, let links = outcome.links else { return findings }
        progress.stage("Asking other sites")
        let faults = await LinkWatch(maxAge: online.maxAge, today: Today.date()).faults(of: links)
        return findings.with((findings.faults + faults).sortedByPlace())
    }

    /// Without what the board lives with.
    private func tolerated(_ found: Findings) -> Findings {
        do {
            if let path = tolerance.writeBaseline {
                // Errors end a check before its last step, and what they hide would be new next time.
                guard !found.faults.hasErrors else {
                    Console.note("\(path) was not written: errors come first, because they hide other faults.\n")
                    return found
                }
                let baseline = Baseline(found.faults)
                try FileReplacement.writeOver(ownKind: Array(baseline.text.utf8), to: path)
                note("\(path) holds \(baseline.count) faults to live with.\n")
                return found.with(baseline.new(among: found.faults).faults)
            }
            guard let path = tolerance.baseline else { return found }
            let file = SourceFile(path: path, bytes: try OneFile.read(path, limit: Self.largestBaseline))
            let (baseline, faults) = Baseline.read(file)
            let (new, gone) = baseline.new(among: found.faults)
            if gone > 0 {
                note(
                    "\(gone) of the \(baseline.count) faults in \(path) are gone; --write-baseline \(path) takes them out.\n"
                )
            }
            return found.with(new + faults)
        } catch {
            return found.with(found.faults + error.diagnostics)
        }
    }

    private func note(_ text: String) {
        if !report.quiet { Console.note(text) }
    }

    /// In bytes: some hundred thousand faults.
    private static let largestBaseline = 64 << 20
}

extension LastCheck {
    /// What a check finds, where the last one spares it to look at everything.
    fileprivate func findings(by assembly: Assembly, _ progress: inout Progress) async -> Findings? {
        progress.stage("Comparing with the last check")
        switch await standing() {
        case .same(let kept): return kept.findings
        case .changed(let changes):
            progress.stage("Looking at new texts")
            guard let result = await TextCheck(assembly: assembly, last: changes).result() else { return nil }
            remember(result.findings, readFrom: result.sightings)
            return result.findings.findings
        case .unknown: return nil
        }
    }
}
