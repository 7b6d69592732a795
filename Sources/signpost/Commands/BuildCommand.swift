import ArgumentParser
import CivilTime
import Diagnostics
import Disclosure
import Disk
import Glibc
import JSONText
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Reads the content folder, checks everything, and writes the whole site or, with an error anywhere, nothing.

              signpost build                          content/ into site/
              signpost build --edition trainer -o internal
              signpost build --as-of 2027-01-01       as it will be on New Year's Day
              signpost build --report release.json    with the evidence in a place of your choice
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(name: [.short, .long], help: "Where the site is written. The folder must be empty or made by Signpost.")
    var output = "site"

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            """
            Where the evidence of a public or school build is written: what was searched for personal data, and the \
            hash of each file. (default: beside the site, as site.release.json)
            """,
            valueName: "file"))
    var releaseReport: String?

    @Flag(help: "Say how long each step took.")
    var timings = false

    func validate() throws {
        guard let releaseReport, PathInFolder.isInside(releaseReport, output) else { return }
        throw ValidationError("--report \(releaseReport) is inside the site, and it is not for the public.")
    }

    func run() async throws {
        var progress = Progress()
        let options = try edition.siteOptions()
        let assembly = Assembly(sources: sources, options: options, keyFile: edition.key)
        let built = await assembly.run(&progress)
        let outcome = await write(built, asOf: options.today, &progress)
        progress.end()
        let report = Report(options: report, outcome: outcome)
        report.print()
        if let site = outcome.site, !self.report.quiet { announce(site, progress.elapsed) }
        if timings { Console.note(progress.timings) }
        if report.exitCode != .success { throw report.exitCode }
    }

    /// Writes the site, and the evidence of its release: before it where evidence was asked for, so that a site never goes
    /// out without; else after it, so that evidence never tells of a site that could not be written.
    private func write(
        _ built: Assembly.Outcome, asOf day: CivilDate, _ progress: inout Progress
    ) async -> Assembly.Outcome {
        do {
            try await writeReport(of: built, asOf: day, to: releaseReport)
        } catch {
            return built.adding(error.diagnostics).withoutSite
        }
        let outcome = await built.written(to: output, report, &progress)
        do {
            if releaseReport == nil { try await writeReport(of: outcome, asOf: day, to: placeBesideSite) }
        } catch {
            return outcome.adding(error.diagnostics)
        }
        return outcome
    }

    /// The trainer edition is no release, and has no evidence.
    private func writeReport(
        of outcome: Assembly.Outcome, asOf day: CivilDate, to path: String?
    ) async throws(DiskFailure) {
        guard let site = outcome.site, report.allows(outcome.diagnostics), let evidence = outcome.evidence, let path
        else { return }
        let report = await ReleaseReport(
            edition: edition.edition.rawValue, day: day.description,
            files: site.files.map { ($0.path, $0.bytes) }, evidence: evidence, hidden: outcome.hidden)
        try FileReplacement.write(Array(report.json.text(indented: true).utf8), to: path)
    }

    /// `site.release.json` for `site`. A folder that is named by dots has no name to go by, and no report by itself.
    private var placeBesideSite: String? {
        let folder = output.withoutSlash
        return [".", "..", "/"].contains { folder == $0 || folder.hasSuffix("/\($0)") } ? nil : "\(folder).release.json"
    }

    private func announce(_ site: BuiltSite, _ elapsed: Duration) {
        let size = site.files.reduce(0) { $0 + $1.bytes.count }
        Console.note(
            """
            Built the \(edition.edition.rawValue) site: \(site.pageCount) pages, \(size / 1024) kB, in \(elapsed.seconds).
            It is in \(output)/. To look at it: signpost serve\(sources.source == "content" ? "" : " --source \(sources.source)")

            """)
    }
}

extension ReportOptions {
    /// Whether a site with these faults may be written.
    func allows(_ diagnostics: [Diagnostic]) -> Bool {
        !diagnostics.hasErrors && !(strict && diagnostics.contains { $0.severity == .warning })
    }
}

extension Assembly.Outcome {
    /// Writes the site, and adds what the disk had to say.
    func written(to output: String, _ report: ReportOptions, _ progress: inout Progress) async -> Self {
        guard let site, report.allows(diagnostics) else { return withoutSite }
        progress.stage("Writing")
        var writer = SiteWriter(sources: folders, home: getenv("HOME").map { String(cString: $0) })
        writer.onWait = { Console.note("Another build is writing to \(output); waiting for it to end.\n") }
        do {
            let written = try await writer.write(
                site.files.map { OutputFile(path: $0.path, bytes: $0.bytes) }, to: output)
            return adding(written.diagnostics)
        } catch {
            return adding(error.diagnostics).withoutSite
        }
    }

    func adding(_ more: [Diagnostic]) -> Self { with(diagnostics + more) }

    /// The same, with no more faults of a kind than people can read.
    var counted: Self { with(diagnostics.counted()) }

    func with(_ faults: [Diagnostic]) -> Self {
        Self(
            site: site, diagnostics: faults, files: files, folders: folders, evidence: evidence, hidden: hidden,
            owners: owners)
    }

    var withoutSite: Self { Self(site: nil, diagnostics: diagnostics, files: files, folders: folders) }
}
