import ArgumentParser
import CivilTime
import Diagnostics
import Reporting
import Returns
import Schemas
import Training

struct ReturnsReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "returns",
        abstract: "Self-assessment: which schools answered, how they rate themselves, who is missing.",
        discussion: """
              signpost report returns
              signpost report returns --round 2025 --format csv > returns.csv

            It names schools, and is for the board's own desk.
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "The round. (default: the last whose day for answers has come)")
    var round: String?

    @Option(help: "table, csv, json or md.")
    var format = ReportDocument.Format.table

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        progress.end()
        guard let assessment = desk.records.selfAssessment else {
            throw ValidationError("There is no self-assessment in the records. It is the file self-assessment.yaml.")
        }
        Console.data(assessment.document(of: try chosen(assessment.frame.rounds, assessment)).text(format))
    }

    private func chosen(
        _ rounds: [SelfAssessment.Round], _ assessment: SelfAssessment
    ) throws -> SelfAssessment.Round {
        guard let round else {
            if let latest = assessment.latestRound(on: records.day) ?? rounds.last { return latest }
            throw ValidationError("There is no round.")
        }
        if let known = rounds.first(where: { $0.id.value == round }) { return known }
        let ids = rounds.map(\.id.value)
        let hint =
            Spelling.nearest(round, in: ids).map { "Did you mean \"\($0)\"?" }
            ?? "There are: \(ids.joined(separator: ", "))."
        throw ValidationError("There is no round \"\(round)\". \(hint)")
    }
}
