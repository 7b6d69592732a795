import ArgumentParser
import CivilTime
import Diagnostics
import Disk
import Glibc
import Integrity
import Packs

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Tell whether a school's copy is genuine, and how old it is.",
        discussion: """
            Names every file that was changed, added or taken away. Needs no network. Status 1: it is not what the board
            made. The board's public key stands on its own site; take it from there, not from the copy.

              signpost verify hill-primary.zip --key board.pub
              signpost verify /srv/intranet/safeguarding --key ed25519:11qYAYKx…
              signpost verify hill-primary.zip --key board.pub --school hill-primary
            """)

    @Argument(help: "An archive, or the folder into which it was unpacked.")
    var copy: String

    @Option(help: ArgumentHelp("The board's public key, or a file with it.", valueName: "key"))
    var key: String?

    @Option(help: ArgumentHelp("The id of the school whose copy it should be.", valueName: "id"))
    var school: String?

    @Option(help: ArgumentHelp("Judge its age as on this day. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    func run() async throws {
        do {
            let key = try verifyingKey()
            let check = try await check(key)
            Console.data(report(check, isKeyGiven: key != nil))
            if !check.faults.isEmpty { throw ExitCode(1) }
        } catch let failure as DiskFailure {
            try fail(failure.diagnostics)
        } catch let fault as UnusableKey {
            try fail([fault.diagnostic])
        }
    }

    private func fail(_ diagnostics: [Diagnostic]) throws {
        Console.note(ReportFormat.human.report(diagnostics, source: { _, _ in nil }) + "\n")
        throw ExitCode(1)
    }

    private func verifyingKey() throws -> VerifyingKey? {
        guard let key else { return nil }
        if let given = VerifyingKey(text: key) { return given }
        return try KeyFile.verifyingKey(in: key).get()
    }

    private func check(_ key: VerifyingKey?) async throws -> PackCheck {
        guard ThemesFolders.isFolder(copy) else {
            return PackCheck(archive: try OneFile.read(copy, limit: Self.largestFile), key: key, school: school)
        }
        let (files, others) = try await CopyFolder.read(copy.withoutSlash, limit: Self.largestFile)
        let check = PackCheck(files: files.map { ($0.path, $0.bytes) }, key: key, school: school)
        return check.adding(others.map { .unsafe($0, why: "it is a link, or no ordinary file") })
    }

    /// A copy of the sample is some megabytes; films may be many more.
    private static let largestFile = 1 << 30

    private func report(_ check: PackCheck, isKeyGiven: Bool) -> String {
        let verdict =
            check.faults.isEmpty
            ? isKeyGiven ? "Genuine: every file is as the board made it." : "Whole: every file is as its maker made it."
            : "NOT what the board made:"
        var lines = [verdict] + check.faults.map { "  \($0)" }
        if let manifest = check.manifest {
            lines += [
                "  board    \(manifest.board)", "  school   \(manifest.schoolName) (\(manifest.school))",
                "  version  \(manifest.version)", "  made     \(manifest.made)",
                "  good to  \(manifest.reviewBy)"
                    + ((asOf ?? Today.date()) < manifest.reviewBy ? "" : ", which has passed: get a new copy"),
            ]
        }
        if !isKeyGiven {
            lines.append(
                check.signedBy.map {
                    "It is signed with the key \($0.text).\nWhether that is the board's key, only the board can tell: "
                        + "give the board's with --key."
                } ?? "Nobody signed it, so anybody may have made it.")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
