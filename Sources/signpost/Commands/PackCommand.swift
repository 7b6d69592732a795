import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Disk
import Packs
import Schemas
import Site

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Make the copies of the site that schools host.",
        discussion: """
            One ZIP archive for each school in data/schools.yaml: it opens from a disk, a stick, a shared drive or any
            web server, and says how old it is and whether it is genuine. With an error anywhere, no archive is written.

              signpost pack --all --key ~/board.key
              signpost pack --school glan-y-mor --key ~/board.key -o packs
              signpost pack --school glan-y-mor --folder     a folder to look at, instead of an archive
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(
        name: .customLong("school"),
        help: ArgumentHelp("The id of a school; may be given more than once.", valueName: "id"))
    var schools: [String] = []

    @Flag(help: "Make the copies of all schools.")
    var all = false

    @Option(name: [.short, .long], help: "The folder for the archives.")
    var output = "packs"

    @Flag(help: "Write a folder for each school instead of an archive.")
    var folder = false

    @Option(
        help: ArgumentHelp(
            "The board's secret key, which signs the copies: see `signpost keys new`.", valueName: "file"))
    var key: String?

    @Option(name: [.customShort("b"), .long], help: "The address of the board's public site. (default: `base_url:`)")
    var baseURL: String?

    @Option(help: ArgumentHelp("Make them as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    func validate() throws {
        guard all != !schools.isEmpty else {
            throw ValidationError("Say whose copies to make: --all, or --school ID.")
        }
    }

    func run() async throws {
        var progress = Progress()
        var edition = try EditionOptions.parse(baseURL.map { ["--base-url", $0] } ?? [])
        edition.edition = .school
        edition.asOf = asOf
        let assembly = Assembly(sources: sources, options: try edition.siteOptions())
        let (checked, found) = await assembly.check(&progress)
        guard let checked else { throw finish(found, &progress) }
        let schools = try chosen(from: checked.board)
        let (boardKey, keyFaults) = BoardKey.read(key, of: checked.board)
        guard keyFaults.isEmpty else { throw finish(found.adding(keyFaults), &progress) }
        let packing = Packing(checked: checked, options: assembly.options, key: boardKey, asFolders: folder)
        let (packed, faults) = await packing.pack(schools, to: output, refusing: report.refuses, &progress)
        let outcome = found.adding(faults)
        guard let packed else { throw finish(outcome, &progress) }
        let code = finish(outcome, &progress)
        announce(packed, progress.elapsed)
        if code != .success { throw code }
    }

    private func chosen(from board: Board) throws -> [School] {
        if all {
            guard !board.schools.items.isEmpty else {
                throw ValidationError("There is no school in data/schools.yaml.")
            }
            return board.schools.items
        }
        return try schools.map { id in
            if let school = board.schools.find(ID(id)) { return school }
            let nearest = Spelling.nearest(id, in: board.schools.items.map(\.id.text))
            throw ValidationError(
                "There is no school \"\(id)\" in data/schools.yaml."
                    + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""))
        }
    }

    private func finish(_ outcome: Assembly.Outcome, _ progress: inout Progress) -> ExitCode {
        progress.end()
        let report = Report(options: report, outcome: outcome)
        report.print()
        return report.exitCode
    }

    private func announce(_ packed: Packing.Summary, _ elapsed: Duration) {
        guard !report.quiet else { return }
        let what = folder ? "folder" : "archive"
        Console.note(
            """
            Made \(packed.count) \(what)\(packed.count == 1 ? "" : "s") in \(output)/, \(packed.bytes / 1024) kB, in \
            \(elapsed.seconds).\(key == nil ? " Nobody signed them: give --key, so that schools can check them." : "")

            """)
    }
}

extension ReportOptions {
    /// Whether faults keep everything from being written.
    func refuses(_ diagnostics: [Diagnostic]) -> Bool { !allows(diagnostics) }
}
