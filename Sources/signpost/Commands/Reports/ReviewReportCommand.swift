import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Governance
import Reporting
import Schemas
import Site

struct ReviewReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews", abstract: "What of the site must be looked at again, and by when.",
        discussion: """
            Pages by `review_by`, contacts and sources by the day somebody last checked them, strategies by the end of
            their period. It needs no training records, and names posts, never people.

              signpost report reviews
              signpost report reviews --format csv > reviews.csv
              signpost report reviews --format ics > reviews.ics      for the office calendar
            """)

    @Option(name: [.short, .long], help: "The content folder; it holds signpost.yaml.")
    var source = "content"

    @Option(help: ArgumentHelp("Answer as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    @Option(help: "table, csv, json, md or ics.")
    var format = Format.table

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, md, ics
    }

    func run() async throws {
        var progress = Progress()
        progress.stage("Reading")
        let shelves = await Shelves.read(source, records: nil)
        guard shelves.canBeUsed else { throw shelves.failed([], &progress) }
        let content = await ContentReader(root: shelves.contentFolder, components: nil).read(shelves.content)
        let (board, faults) = content.checked()
        guard let board else { throw shelves.failed(faults, &progress) }
        progress.end()
        let calendar = ReviewCalendar(board, today: asOf ?? Today.date())
        if let format = ReportDocument.Format(rawValue: format.rawValue) {
            Console.data(calendar.document.text(format))
        } else {
            let name = board.settings.board.shortName ?? board.settings.board.name
            Console.data(String(decoding: calendar.calendarFile(named: name), as: UTF8.self))
        }
    }
}
