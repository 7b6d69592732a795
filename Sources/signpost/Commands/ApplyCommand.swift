import ArgumentParser
import Diagnostics
import Disk
import Packs

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Make a school's copy newer with an update.",
        discussion: """
            All or nothing: the new copy is put together and checked to the byte beside the old one, and takes its place
            in one step. An update for another version or another school, or one that is not what the board made, is
            refused, and so is one of a copy that somebody changed; then nothing is touched.

              signpost apply hill-primary.update.zip /srv/intranet/safeguarding --key board.pub
            """)

    @Argument(help: "The update.")
    var update: String

    @Argument(help: "The folder with the copy.")
    var folder: String

    @OptionGroup var boardKey: BoardKeyOption

    @Option(help: ArgumentHelp("The id of the school whose copy it should be.", valueName: "id"))
    var school: String?

    func run() async throws {
        try await Complaint.catching {
            let key = try boardKey.read()
            let check = UpdateCheck(
                archive: try OneFile.read(update, limit: CopyOnDisk.largestFile), key: key, school: school)
            guard check.faults.isEmpty else { throw refused("The update", check.faults) }
            let (files, others) = try await CopyFolder.read(folder.withoutSlash, limit: CopyOnDisk.largestFile)
            let old = files.map { ($0.path, $0.bytes) }
            let version = check.update?.to ?? ""
            switch check.outcome(on: old, others.map(PackFault.link)) {
            case .refused(let faults): throw refused("The copy", faults)
            case .isThere:
                // A run that was ended after its last step left the copy before this one to be cleared away.
                _ = try await write(old, over: old)
                Console.note("The copy is of that version already: \(version).\n")
            case .copy(let new):
                let report = try await write(new, over: old)
                Console.note(
                    "The copy is now version \(version): \(report.written.count) files are new or changed, "
                        + "\(report.removed.count) are gone, \(report.unchanged) are as they were.\n")
            }
        }
    }

    private func write(_ new: [PackMaker.File], over old: [PackMaker.File]) async throws -> SiteWriter.Report {
        let report = try await SiteWriter(sources: [], home: Home.folder).write(
            new.map { OutputFile(path: $0.path, bytes: $0.bytes) }, to: folder,
            over: old.map { OutputFile(path: $0.path, bytes: $0.bytes) })
        if !report.diagnostics.isEmpty { _ = Complaint.said(report.diagnostics) }
        return report
    }

    private func refused(_ what: String, _ faults: [PackFault]) -> ExitCode {
        Console.note("\(what) was refused. Nothing was changed.\n" + faults.map { "  \($0)\n" }.joined())
        return ExitCode(1)
    }
}
