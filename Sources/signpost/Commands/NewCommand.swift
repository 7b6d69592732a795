import ArgumentParser
import CivilTime
import Diagnostics
import Disk
import Glibc

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a new board: a small site that builds at once, ready to be changed.",
        discussion: """
              signpost new my-board
              signpost new northmere --name "Northmere Safeguarding Children Partnership" --area Northmere

            The folder gets content/ for pages and data, and records/ for training records. Records are about people, so
            they are kept out of the content folder and, by a .gitignore, out of what you share.
            """)

    @Argument(help: "The folder to make.")
    var folder: String

    @Option(help: "The board's name.")
    var name = "Our Safeguarding Children Partnership"

    @Option(help: "The place it serves.")
    var area = "our area"

    func run() throws {
        var status = stat()
        guard stat(folder, &status) != 0 else {
            throw ValidationError("\"\(folder)\" is there already. Choose another name; nothing was changed.")
        }
        let files = StarterBoard.files(boardName: name, area: area, today: Today.date())
        do {
            try FolderFiles.make(folder, files.map { OutputFile(path: $0.path, bytes: Array($0.text.utf8)) })
        } catch {
            Console.note(ReportFormat.human.report(error.diagnostics, source: { _, _ in nil }))
            throw ExitCode(1)
        }
        Console.note(
            """
            Made \(folder)/ with \(files.count) files. To look at it:

              cd \(folder)
              signpost serve

            Then open content/signpost.yaml and content/index.md in an editor; the site follows every change.

            """)
    }
}
