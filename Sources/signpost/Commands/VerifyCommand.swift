import ArgumentParser
import CivilTime
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

    @OptionGroup var boardKey: BoardKeyOption

    @Option(help: ArgumentHelp("The id of the school whose copy it should be.", valueName: "id"))
    var school: String?

    @Option(help: ArgumentHelp("Judge its age as on this day. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    func run() async throws {
        let check = try await Complaint.catching {
            let key = try boardKey.read()
            return try await CopyOnDisk.read(copy).check(key, school: school)
        }
        Console.data(report(check, isKeyGiven: boardKey.key != nil))
        if !check.faults.isEmpty { throw ExitCode(1) }
    }

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
        if !check.leftovers.isEmpty {
            lines.append(
                "\(check.leftovers.count) file\(check.leftovers.count == 1 ? "" : "s") of earlier versions only "
                    + "lead to the front page, or are empty: an update left them.")
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
