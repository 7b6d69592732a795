import ArgumentParser
import AttendanceImport
import Content
import Diagnostics
import Disk
import JSONText
import Schemas
import Tables
import Training

struct AttendanceImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a register from Teams, Zoom, Eventbrite, Forms, Moodle or a table.",
        discussion: """
            Shows what would change and writes nothing, until you add --apply. Importing a file twice changes nothing.

              signpost attendance import report.csv --run 2026-03-12-aware
              signpost attendance import FILE --run ID --person 14=p-0031 --skip 15
              signpost attendance import FILE --run ID --column name="Delegate"

            --person settles a row marked "ambiguous"; the number is the one in the column "row". People nobody knows
            are added with --add-people, --agency and --role-group.

            Exit status: 0 the preview was shown, or the records were written; 1 the file or the records have a fault;
            2 rows are left to decide and --strict was given, and nothing was written; 64 the command was mistyped.
            """)

    @Argument(help: "The file that Teams, Zoom, Eventbrite, Forms or Moodle gave you, or any table.")
    var file: String

    @Option(help: "The run's id: the name of its file in runs/, without .yaml.")
    var run: String

    @Flag(help: "Write the changes into the records.")
    var apply = false

    @OptionGroup(title: "Reading the file") var reading: RegisterOptions
    @OptionGroup(title: "Deciding") var deciding: DecisionOptions
    @OptionGroup(title: "Sources") var sources: SourceOptions

    @Option(help: "How the preview is shown: table or json.")
    var format = PreviewFormat.table

    @Flag(help: "Write nothing while rows are left to decide: exit status 2.")
    var strict = false

    enum PreviewFormat: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    func run() async throws {
        var progress = Progress()
        let options = try deciding.options(reading)
        let lock = apply ? FolderLock.ofRecords(sources.source) : nil
        defer { lock?.release() }
        let records = RecordsDesk(sources: sources, runID: run)
        do {
            let result = try await records.importing(file, mappingFile: reading.mapping, options, &progress)
            let isWritten = apply && !result.plan.isEmpty && !(strict && result.plan.hasOpenQuestions)
            if isWritten {
                progress.stage("Writing")
                try await records.write(result)
            }
            progress.end()
            show(result, grace: options.grace, isWritten: isWritten)
            if strict && result.plan.hasOpenQuestions { throw ExitCode(2) }
        } catch let fault as RecordsDesk.Fault {
            progress.end()
            fault.print()
            throw ExitCode(1)
        }
    }

    private func show(_ result: RecordsDesk.Import, grace: Int, isWritten: Bool) {
        if format == .json {
            return Console.data(result.plan.json(run: result.run, isWritten: isWritten).text(indented: true))
        }
        Console.data(PreviewTable(result.plan, run: result.run, grace: grace).text)
        if isWritten {
            Console.note("Written: \(result.writtenPaths.joined(separator: ", ")).\n")
        } else if result.plan.isEmpty {
            let isSettled = !result.plan.hasOpenQuestions
            Console.note("Nothing to write: \(isSettled ? "the records say so already" : "rows are left to decide").\n")
        } else if apply {
            Console.note("Nothing was written: rows are left to decide.\n")
        } else {
            Console.note("Nothing was written. To write it, add --apply.\n")
        }
    }
}
