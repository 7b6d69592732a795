import ArgumentParser
import CivilTime
import Content
import Disclosure
import Schemas

struct HiddenReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hidden", abstract: "Which counts the public site hides, and why; for the board.",
        discussion: """
            small: from 1 to the threshold. part-of-small: the total is small. dominated: one agency makes up nearly all
            of it. secondary: another hidden count could be worked out from it. percentage: it is a share of a hidden
            count. Not for publishing.

              signpost report hidden
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(help: ArgumentHelp("Answer as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    func run() async throws {
        let checked = try await PublicSite(sources: sources, day: asOf ?? Today.date()).checked(report)
        guard checked.records != nil || !checked.board.indicators.items.isEmpty else {
            throw ValidationError("There are no records here. Name their folder with --records.")
        }
        Console.data(checked.hidden.map { "\($0.why.rawValue)\t\($0.what.words)\n" }.joined())
    }
}
