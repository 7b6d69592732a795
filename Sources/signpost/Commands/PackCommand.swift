public import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Disk
public import Packs
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
              signpost pack --all --since packs --key ~/board.key      and what changed since the last run, by itself
              signpost pack --all --shard 3/16 -o part-3               every sixteenth school: one of sixteen jobs
              signpost pack --merge part-*/part-*.index.json --key ~/board.key
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
            "Make updates too, of what changed since this copy: an archive, a copy, or a folder with those of many "
                + "schools, such as the last run's.", valueName: "old"))
    var since: String?

    @Option(help: ArgumentHelp("Make a share of the copies, such as 3/16: the third of sixteen.", valueName: "n/m"))
    var shard: PackIndex.Part?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Put the shares of one run together: the lists that they wrote, with their archives beside them.",
            valueName: "parts"))
    var merge: [String] = []

    @Flag(help: "With --merge: leave the archives where they are, and write the list of all alone.")
    var indexOnly = false

    @Option(
        help: ArgumentHelp(
            "The board's secret key, which signs the copies: see `signpost keys new`.", valueName: "file"))
    var key: String?

    @Option(name: [.customShort("b"), .long], help: "The address of the board's public site. (default: `base_url:`)")
    var baseURL: String?

    @Option(help: ArgumentHelp("Make them as on this day, such as 2026-09-01. (default: today)", valueName: "date"))
    var asOf: CivilDate?

    func validate() throws {
        guard merge.isEmpty else {
            guard !all, schools.isEmpty, shard == nil, since == nil, !folder else {
                throw ValidationError("--merge puts together what was made, and goes with --key and --output alone.")
            }
            return
        }
        guard !indexOnly else { throw ValidationError("--index-only goes with --merge.") }
        guard shard == nil || all else { throw ValidationError("--shard goes with --all.") }
        guard !folder || shard == nil && since == nil else {
            throw ValidationError("--folder is to look at copies; --since and --shard make archives.")
        }
        guard all != !schools.isEmpty else {
            throw ValidationError("Say whose copies to make: --all, or --school ID.")
        }
    }

    func run() async throws {
        guard merge.isEmpty else {
            return try await Complaint.catching {
                let merging = PackMerging(parts: merge, key: try key.map { try KeyFile.signingKey(in: $0).get() })
                let count = try merging.merge(into: output, withArchives: !indexOnly)
                if !report.quiet { Console.note("The list of \(count) copies is in \(output)/.\n") }
            }
        }
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
        var packing = Packing(checked: checked, options: assembly.options, key: boardKey, asFolders: folder)
        packing.part = shard
        if !folder {
            packing.list =
                switch (all, shard) {
                case (true, nil): .forAll(in: output)
                case (true, _?): .new(last: nil)
                case (false, _): .forSome(in: output, of: checked.board.settings.board.name, boardKey)
                }
        }
        if let since { packing.earlier = EarlierCopies(in: since, of: schools) }
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
            return shard?.share(of: board.schools.items) ?? board.schools.items
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
        let updates = packed.updates == 0 ? "" : " and \(packed.updates) update\(packed.updates == 1 ? "" : "s")"
        Console.note(
            """
            Made \(packed.count) \(what)\(packed.count == 1 ? "" : "s")\(updates) in \(output)/, \(packed.bytes / 1024) kB, in \
            \(elapsed.seconds).\(key == nil ? " Nobody signed them: give --key, so that schools can check them." : "")

            """)
    }
}

extension ReportOptions {
    /// Whether faults keep everything from being written.
    func refuses(_ diagnostics: [Diagnostic]) -> Bool { !allows(diagnostics) }
}

extension PackIndex.Part: ExpressibleByArgument {
    /// `3/16`.
    public init?(argument: String) {
        let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
        self.init(number: number, count: count)
    }
}
