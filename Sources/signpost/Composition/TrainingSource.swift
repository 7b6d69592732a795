import CivilTime
import Content
import Diagnostics
import Disclosure
import Schemas
import Site
import Training

/// Where what is published of training comes from: the records, or a summary of them where they are not here.
struct TrainingSource {
    let board: Board
    let records: TrainingRecords?
    /// With records, the one that was published before.
    let summary: PublishedSummary?
    let shelves: Shelves
    let today: CivilDate

    private var asked: AskedFigures { AskedFigures(of: board, asOf: today) }

    /// Figures that readers have from earlier summaries.
    var known: [FigureQuery] { summary?.known(on: today) ?? [] }

    /// `nil` where the board keeps no records.
    var published: PublishedTraining? {
        if let records {
            return PublishedTraining(records: records, board: board, asked: asked, known: known, asOf: today)
        }
        return summary?.training.later(on: today)
    }

    var faults: [Diagnostic] { recordFaults + (records.map(retentionFaults) ?? summaryFaults) }

    private func retentionFaults(_ records: TrainingRecords) -> [Diagnostic] {
        guard let folder = shelves.recordsFolder,
            let people = shelves.records.first(where: { $0.path == "people.yaml" })
        else { return [] }
        let path = folder == "." ? people.path : "\(folder)/\(people.path)"
        return Retention(records, asOf: today).faults(in: people, path: path)
    }

    private var recordFaults: [Diagnostic] {
        guard let place = shelves.recordsInContent, !board.settings.recordsAreFictional else { return [] }
        return [
            Diagnostic(
                .recordsInContent, "the training records lie in the content folder, which others see", at: place,
                help: "move the folder out and write `records: ../records`")
        ]
    }

    private var summaryFaults: [Diagnostic] {
        guard let summary, let path = shelves.summary?.path else { return [] }
        let place = Location(path: path, start: .start)
        var faults: [Diagnostic] = []
        if summary.rules != PublishedSummary.Rules(board.settings.disclosure.smallCounts) {
            faults.append(
                Diagnostic(
                    .summaryUnderOtherRules, "`disclosure:` has changed since this summary was made", at: place,
                    help: "run `signpost report publish` where the records are"))
        }
        let missing = asked.unanswered(by: summary.training)
        if let first = missing.first {
            let more = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
            faults.append(
                Diagnostic(
                    .summaryIncomplete, "this summary has no figures for \(first.from) to \(first.to)\(more)",
                    at: place,
                    help: "run `signpost report publish` where the records are"))
        }
        if summary.asOf.adding(days: 92) < today {
            faults.append(
                Diagnostic(
                    .summaryOld, "this summary tells of \(summary.asOf)", at: place,
                    help: "run `signpost report publish` where the records are"))
        }
        return faults
    }
}

extension Shelves {
    /// The summary, as far as it can be read; none where there is none.
    var summaryDraft: Draft<PublishedSummary?> {
        summary.map {
            PublishedSummary.read($0.bytes, path: $0.path, standsIn: recordsFolder == nil).asOptional
        } ?? Draft(.some(nil), Reading())
    }
}
