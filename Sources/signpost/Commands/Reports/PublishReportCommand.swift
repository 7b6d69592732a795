import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Disclosure
import Disk
import JSONText
import Site

struct PublishReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Write what may be published of the records, for whoever builds the site.",
        discussion: """
            Writes a file with counts after small-count control, the names of champions who agreed, and dates to come:
            what the public site shows anyway. The site can be built from it by somebody who never has the records.

              signpost report publish                      to `summary:` of signpost.yaml
              signpost report publish -o summary.json
              signpost build --summary summary.json        elsewhere, without records
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(help: ArgumentHelp("Publish as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    @Option(name: [.short, .long], help: "The file to write. (default: `summary:` in signpost.yaml)")
    var output: String?

    func validate() throws {
        if sources.summary != nil { throw ValidationError("A summary is made from records, not from a summary.") }
    }

    func run() async throws {
        let day = asOf ?? Today.date()
        let checked = try await PublicSite(sources: sources, day: day).checked(report)
        guard checked.records != nil, let training = checked.published else {
            throw ValidationError("There are no records here. Name their folder with --records.")
        }
        guard let path = output ?? checked.shelves.summaryPath else {
            throw ValidationError("Say where to: with -o, or with `summary:` in signpost.yaml.")
        }
        let asked = AskedFigures(of: checked.board, asOf: day)
        let summary = PublishedSummary(
            training.forReaders(of: checked.board, asking: asked).publishing(checked.indicators),
            under: checked.board.settings.disclosure.smallCounts, knowing: checked.known, asOf: day)
        do {
            try FileReplacement.writeOver(ownKind: summary.json.bytes(indented: true), to: path)
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            throw ExitCode(1)
        }
        if !report.quiet { Console.note("Wrote \(path). It holds no record, and no name without consent.\n") }
    }
}
