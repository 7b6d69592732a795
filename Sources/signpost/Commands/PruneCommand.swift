import ArgumentParser
import CivilTime
import Diagnostics
import Disk
import Schemas
import Training

struct PruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Remove the people whose records are past their date; figures stay.",
        discussion: """
            A record is past its date from the day after its `keep_until`. A nameless record with the same agency, group
            and kind of site takes its place in runs. Shows what would change, and writes nothing until you add --apply.

              signpost records prune
              signpost records prune --as-of 2027-01-01
              signpost records prune --apply

            Copies elsewhere, such as backups or a history in Git, are yours to deal with.

            Exit status: 0 it was shown, or done, or there was nothing to do; 1 the records have a fault, or could not be
            written; 64 the command was mistyped.
            """)

    @OptionGroup(title: "Records") var records: RecordsOptions

    @Flag(help: "Remove them.")
    var apply = false

    func run() async throws {
        var progress = Progress()
        let lock = apply ? FolderLock.ofRecords(records.source) : nil
        defer { lock?.release() }
        let desk = try await TrainingDesk.read(records, &progress, keepsFiles: true)
        progress.stage("Finding every mention")
        let retention = Retention(desk.records, asOf: records.day)
        guard let erasure = retention.pruning(desk.shelves.records, desk.records) else {
            progress.end()
            return Console.note("No record is past its date on \(records.day).\n")
        }
        let files = RecordFiles(desk: desk)
        try await files.check(erasure, &progress)
        for person in retention.overdue {
            Console.data("\(person.id): kept until \(person.keepUntil?.description ?? "")\n")
        }
        guard apply else {
            return Console.note("Nothing was changed. Add --apply to remove them.\n")
        }
        try await files.write(erasure)
        Console.note("Removed \(erasure.newIDs.count). Figures are as they were.\n")
    }
}
