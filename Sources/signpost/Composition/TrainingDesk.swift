import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Schemas
import Training

/// Where records are, and on which day they are looked at.
struct RecordsOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "The content folder; it holds signpost.yaml.")
    var source = "content"

    @Option(help: "The folder of training records. (default: `records:` in signpost.yaml)")
    var records: String?

    @Option(help: ArgumentHelp("Answer as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    var day: CivilDate { asOf ?? Today.date() }
}

/// A board and its training records, read and checked, for commands that answer questions.
struct TrainingDesk {
    let board: Board
    let records: TrainingRecords
    let shelves: Shelves
    private let content: Draft<Board>

    /// Reads everything. Faults are printed, and with an error among them there is no answer: figures from half of the
    /// records would be wrong figures.
    ///
    /// - Parameter keepsFiles: Whether the files of runs are looked at again, as when they are edited. Otherwise each
    ///   is let go of once it is read.
    static func read(
        _ options: RecordsOptions, _ progress: inout Progress, keepsFiles: Bool = false
    ) async throws -> TrainingDesk {
        progress.stage("Reading")
        var shelves = await Shelves.read(options.source, records: options.records, leavesRecords: !keepsFiles)
        guard shelves.canBeUsed else { throw shelves.failed([], &progress) }
        guard let folder = shelves.recordsFolder else {
            // Settings that cannot be read say nothing of records, and that is not to say that there are none.
            guard !shelves.diagnostics.hasErrors else { throw shelves.failed([], &progress) }
            progress.end()
            throw ValidationError(
                """
                This board keeps no training records. Name their folder with `records:` in \
                \(shelves.contentFolder)/signpost.yaml, or with --records.
                """)
        }
        progress.stage("Checking")
        let (contentFolder, contentFiles) = (shelves.contentFolder, shelves.content)
        async let read = ContentReader(root: contentFolder, components: nil).read(contentFiles)
        await shelves.readRecords()
        let records = await TrainingReader(root: folder).read(shelves.records, later: shelves.runs)
        let content = await read
        let (checked, faults) = content.joined(with: records).checked()
        guard let (board, training) = checked, !shelves.diagnostics.hasErrors else {
            throw shelves.failed(faults, &progress)
        }
        return TrainingDesk(board: board, records: training, shelves: shelves, content: content)
    }

    /// The records as they would be read after these files were written, in this order; `nil` where they have a fault.
    func rereading(_ edited: [SourceFile]) async -> TrainingRecords? {
        let newest = Dictionary(edited.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
        let files = shelves.records.map { newest[$0.path] ?? $0 }
        let records = await TrainingReader(root: shelves.recordsFolder ?? ".").read(files)
        return content.joined(with: records).checked().value?.1
    }

    func history() async -> TrainingHistory { await TrainingHistory(records, TrainingScope(board)) }
}

extension Shelves {
    /// Prints what is wrong.
    func failed(_ faults: [Diagnostic], _ progress: inout Progress) -> ExitCode {
        progress.end()
        let outcome = Assembly.Outcome(
            site: nil, diagnostics: discreet(diagnostics + faults).sortedByPlace(), files: byShownPath,
            folders: folders)
        let style: TerminalStyle = Console.errorsAreColoured ? .colour : .plain
        let text = ReportFormat.human.report(outcome.diagnostics, source: outcome.line, style: style)
        Console.note(text + "\nThere is no report while the records have faults.\n")
        return ExitCode(1)
    }
}
