import ArgumentParser
import Diagnostics
import Disk
import JSONText
import Reporting
import Schemas
import Training

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "One person's training; all that is kept about them; erasing it.",
        discussion: """
              signpost person p-0001                        their transcript
              signpost person p-0001 --export > p-0001.json for somebody who asks what you hold about them
              signpost person p-0001 --erase                what erasing would change
              signpost person p-0001 --erase --apply        erase them

            Erasing keeps figures right: a nameless record with the same agency, group and kind of site takes their
            place in runs. Copies elsewhere, such as backups or a history in Git, are yours to deal with.
            """)

    @Argument(help: "Their id in people.yaml.")
    var id: String

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Option(help: "How the transcript is written: table, csv, json or md.")
    var format = ReportDocument.Format.table

    @Flag(help: "Print everything that is kept about them, as JSON.")
    var export = false

    @Flag(help: "Show what erasing them would change.")
    var erase = false

    @Flag(help: "With --erase: do it.")
    var apply = false

    func validate() throws {
        if export, erase { throw ValidationError("--export and --erase are two different things; give one of them.") }
        if apply, !erase { throw ValidationError("--apply belongs to --erase.") }
    }

    func run() async throws {
        var progress = Progress()
        let desk = try await TrainingDesk.read(records, &progress)
        let person = ID<Person>(id)
        guard desk.records.people.find(person) != nil else {
            progress.end()
            let near = Spelling.nearest(id, in: desk.records.people.items.map(\.id.text))
            throw ValidationError(
                "There is no person \"\(id)\" in people.yaml." + (near.map { " Did you mean \($0)?" } ?? ""))
        }
        if erase { return try await erase(person, desk, &progress) }
        let transcript = Transcript(of: person, desk.records, await desk.history(), asOf: records.day)
        progress.end()
        Console.data(export ? transcript.export.text(indented: true) : transcript.document.text(format))
    }

    private func erase(_ person: ID<Person>, _ desk: TrainingDesk, _ progress: inout Progress) async throws {
        progress.stage("Finding every mention")
        guard let erasure = Erasure(of: person, in: desk.shelves.records, desk.records) else {
            progress.end()
            return Console.note("\(person) has been erased already; nothing is left to do.\n")
        }
        let isRight = await desk.rereading(erasure.files).map(erasure.isRight) ?? false
        progress.end()
        guard isRight else {
            Console.note(
                """
                Error: These records are written in a way that cannot be edited without risk; nothing was changed.
                Write each person's entry and each line of attendance on a line of its own, and try again.

                """)
            throw ExitCode(1)
        }
        for change in erasure.changes { Console.data("\(change.path): \(change.count)\n") }
        guard apply else {
            return Console.note(
                """
                These entries would be changed or deleted; "\(erasure.newID)" would stand in their place.
                Nothing was changed. Add --apply to do it. Comments elsewhere in the files are not looked into.

                """)
        }
        try write(erasure, to: desk.shelves.recordsFolder ?? ".")
        Console.note("Erased. \"\(erasure.newID)\" stands in their place, and figures are as they were.\n")
    }

    private func write(_ erasure: Erasure, to folder: String) throws {
        do {
            for file in erasure.files { try FileReplacement.write(file.bytes, to: "\(folder)/\(file.path)") }
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            Console.note("Some files may have been written. Run the same command again to finish.\n")
            throw ExitCode(1)
        }
    }
}
