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
        let lock = apply ? FolderLock.ofRecords(records.source) : nil
        defer { lock?.release() }
        let desk = try await TrainingDesk.read(records, &progress, keepsFiles: true)
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
        let found = Erasure(of: [person], in: desk.shelves.records, desk.records, asOf: records.day)
        guard let erasure = found, let newID = erasure.newIDs.first else {
            progress.end()
            return Console.note("\(person) has been erased already; nothing is left to do.\n")
        }
        let files = RecordFiles(desk: desk)
        try await files.check(erasure, &progress)
        guard apply else {
            return Console.note(
                """
                These entries would be changed or deleted; "\(newID)" would stand in their place.
                Nothing was changed. Add --apply to do it.

                """)
        }
        try await files.write(erasure)
        Console.note("Erased. \"\(newID)\" stands in their place, and figures are as they were.\n")
    }
}
