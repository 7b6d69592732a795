import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Reads the content folder, checks everything, and writes the whole site or, with an error anywhere, nothing.

              signpost build                          content/ into site/
              signpost build --edition trainer -o internal
              signpost build --as-of 2027-01-01       as it will be on New Year's Day
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(name: [.short, .long], help: "Where the site is written. The folder must be empty or made by Signpost.")
    var output = "site"

    func run() async throws {
        var progress = Progress()
        let assembly = Assembly(sources: sources, options: try edition.siteOptions())
        let built = await assembly.run(&progress)
        let outcome = await built.written(to: output, report, &progress)
        progress.end()
        let report = Report(options: report, outcome: outcome)
        report.print()
        if let site = outcome.site, !self.report.quiet { announce(site, progress.elapsed) }
        if report.exitCode != .success { throw report.exitCode }
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

    func adding(_ more: [Diagnostic]) -> Self {
        Self(site: site, diagnostics: diagnostics + more, files: files, folders: folders)
    }

    var withoutSite: Self { Self(site: nil, diagnostics: diagnostics, files: files, folders: folders) }
}
