public import ArgumentParser
import CivilTime
public import Reporting
public import Training

struct TrainingReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training", abstract: "What was delivered in a period, and who is trained at its end.",
        discussion: """
              signpost report training                                   the last quarter that has ended
              signpost report training --from 2026-04 --to 2026-06       from 1 April to 30 June
              signpost report training --by level --format md            for a board paper
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: ArgumentHelp("The first day, month or year. (default: the last whole quarter)", valueName: "date"))
    var from: PeriodPart?

    @Option(help: ArgumentHelp("The last day, month or year. (default: as long as --from)", valueName: "date"))
    var to: PeriodPart?

    @Option(help: "agency, level, course or site-kind.")
    var by = DeliveryReport.Grouping.agency

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        let day = records.day
        let period = try period(asOf: day)
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        progress.stage("Counting")
        let report = await TrainingReport(desk.records, await desk.history(), in: period, by: by, asOf: day)
        progress.end()
        Console.data(report.document.text(format))
    }

    private func period(asOf day: CivilDate) throws -> ClosedRange<CivilDate> {
        guard let start = from ?? to else {
            let quarter = Quarter(of: day).previous
            return quarter.first...quarter.last
        }
        let first = (from ?? start).days.lowerBound
        let last = (to ?? start).days.upperBound
        guard first <= last else {
            throw ValidationError("The period starts on \(first) and ends before that, on \(last).")
        }
        return first...last
    }
}

extension DeliveryReport.Grouping: ExpressibleByArgument {}
extension ReportDocument.Format: ExpressibleByArgument {}
