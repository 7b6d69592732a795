import ArgumentParser
import CivilTime
import Diagnostics
import Disclosure
import Disk
import JSONText
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Reads the content folder, checks everything, and writes the whole site or, with an error anywhere, nothing.

              signpost build                          content/ into site/
              signpost build --edition trainer -o internal
              signpost build --as-of 2027-01-01       as it will be on New Year's Day
              signpost build --report release.json    with the evidence in a place of your choice

            Where nothing has changed since the last build, it says so at once, and where only the running text of
            pages has, it puts the new text into them. That is found out from .site.signpost-record and
            .site.signpost-texts beside the site, which may be deleted at any time; --verify makes sure of it.
            .site.signpost-folders holds the empty folders of the site before, for the next.
            """)

    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "Edition") var edition: EditionOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(name: [.short, .long], help: "Where the site is written. The folder must be empty or made by Signpost.")
    var output = "site"

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            """
            Where the evidence of a public or school build is written: what was searched for personal data, and the \
            hash of each file. (default: beside the site, as site.release.json)
            """,
            valueName: "file"))
    var releaseReport: String?

    @Flag(help: "Write nothing: build anew in memory, and compare the site that is there with it byte for byte.")
    var verify = false

    @Flag(help: "Say how long each step took.")
    var timings = false

    func validate() throws {
        guard let releaseReport, PathInFolder.isInside(releaseReport, output) else { return }
        throw ValidationError("--report \(releaseReport) is inside the site, and it is not for the public.")
    }

    func run() async throws {
        FreedMemory.neverHoldsLargePieces()
        var progress = Progress()
        var options = try edition.siteOptions()
        let last = edition.key == nil && !verify ? LastBuild(output: output, day: options.today) : nil
        options.keepsFrames = last != nil && edition.edition != .trainer
        var assembly = Assembly(sources: sources, options: options, keyFile: edition.key)
        progress.stage("Comparing with the last build")
        switch await last?.standing() {
        case .same(let answer): return repeating(answer, &progress)
        case .changed(let changes):
            let rebuild = TextRebuild(
                assembly: assembly, output: output, report: releaseReportPath, last: changes)
            if let last, await revise(by: rebuild, last, &progress) { return }
        case .unknown, nil: break
        }
        if verify { return try await compare(assembly, &progress) }
        assembly.scratch = ScratchFile(beside: output)
        let outcome = await write(assembly, &progress)
        let report = Report(options: report, outcome: outcome)
        let said = report.said
        if let site = outcome.site, report.exitCode == .success {
            progress.stage("Noting what was built")
            await last?.remember(
                site.files.map { ($0.path, $0.size) }, .init(said: said, size: size(of: site)),
                besides: [releaseReportPath].compactMap(\.self), readFrom: outcome.sightings + [LastBuild.program],
                outcome.frames)
        }
        conclude(said, outcome.site.map { size(of: $0) }, &progress)
        if report.exitCode != .success { throw report.exitCode }
    }

    /// - Parameter size: Of the site, where there is one.
    private func conclude(_ said: Said, _ size: String?, _ progress: inout Progress) {
        progress.end()
        said.print()
        if let size {
            announce("Built the \(edition.edition.rawValue) site: \(size), in \(progress.elapsed.seconds).")
        }
        if timings { Console.note(progress.timings) }
    }

    /// Builds the site anew from new texts alone; `false` where that takes a whole build.
    private func revise(by rebuild: TextRebuild, _ last: LastBuild, _ progress: inout Progress) async -> Bool {
        progress.stage("Putting in new texts")
        guard let result = await rebuild.result() else { return false }
        progress.stage("Writing")
        guard let files = await write(result, insteadOf: rebuild.last.site) else { return false }
        progress.stage("Noting what was built")
        let weight = size(pages: rebuild.last.texts.pageCount, bytes: files.reduce(0) { $0 + $1.size })
        await last.remember(
            files, .init(said: rebuild.last.said, size: weight), besides: [releaseReportPath].compactMap(\.self),
            readFrom: result.sightings, rebuild.last.texts.replacing(result.changes.frames))
        conclude(rebuild.last.said, weight, &progress)
        return true
    }

    /// The files of the site from now on; `nil` where anything went wrong that a whole build has to put right.
    private func write(
        _ result: TextRebuild.Result, insteadOf last: SiteWriter.Contents
    ) async -> [(path: String, size: Int)]? {
        guard !result.changes.files.isEmpty else { return last.files }
        let replace = { () throws(DiskFailure) in
            guard let report = result.report, let path = releaseReportPath else { return }
            try FileReplacement.writeOver(ownKind: report, to: path)
        }
        do {
            // In the same order as after a whole build.
            if releaseReport != nil { try replace() }
            let written = try await SiteWriter(to: output, besides: result.folders).revise(
                output, from: last, replacing: result.changes.files.map { OutputFile(path: $0.path, bytes: $0.bytes) },
                removing: Set(result.changes.predecessors.values))
            guard let written, written.diagnostics.isEmpty else { return nil }
            if releaseReport == nil { try replace() }
            return written.files
        } catch { return nil }
    }

    private func repeating(_ answer: LastBuild.Answer, _ progress: inout Progress) {
        progress.end()
        answer.said.print()
        announce(
            """
            Nothing has changed since the last build of the \(edition.edition.rawValue) site: \(answer.size), \
            compared in \(progress.elapsed.seconds).
            """)
        if timings { Console.note(progress.timings) }
    }

    private func compare(_ assembly: Assembly, _ progress: inout Progress) async throws {
        let (outcome, differences) =
            switch await assembly.settle(&progress) {
            case .faulty(let outcome): (outcome, SiteWriter.Report?.none)
            case .settled(let site): await site.compare(with: output, report, &progress)
            }
        progress.end()
        Report(options: report, outcome: outcome).print()
        if let differences, !report.quiet || !differences.isNoChange { Console.note(differences.verdict(on: output)) }
        if timings { Console.note(progress.timings) }
        guard differences?.isNoChange == true else { throw ExitCode(1) }
    }

    /// Writes the site, and the evidence of its release: before it where evidence was asked for, so that a site never goes
    /// out without; else after it, so that evidence never tells of a site that could not be written.
    private func write(_ assembly: Assembly, _ progress: inout Progress) async -> Assembly.Outcome {
        let files = Collected<ReleaseReport.File>()
        let outcome = await draw(assembly, &progress, showing: files)
        do {
            if releaseReport == nil { try writeEvidence(of: outcome, files.all, on: assembly.options.today) }
        } catch {
            return outcome.adding(error.diagnostics)
        }
        return outcome
    }

    /// With its end all pages are let go of, and what is noted of the site can take their memory.
    private func draw(
        _ assembly: Assembly, _ progress: inout Progress, showing files: Collected<ReleaseReport.File>
    ) async -> Assembly.Outcome {
        let site: SettledSite
        switch await assembly.settle(&progress) {
        case .faulty(let outcome): return outcome
        case .settled(let settled): site = settled
        }
        // The trainer edition is no release, and has no evidence.
        let hasEvidence = releaseReportPath != nil && edition.edition != .trainer
        return await site.write(
            to: output, report, &progress,
            showing: { if hasEvidence { files.add(.init(path: $0.path, bytes: $0.bytes)) } },
            before: { outcome throws(DiskFailure) in
                if releaseReport != nil { try writeEvidence(of: outcome, files.all, on: assembly.options.today) }
            })
    }

    private func writeEvidence(
        of outcome: Assembly.Outcome, _ files: [ReleaseReport.File], on day: CivilDate
    ) throws(DiskFailure) {
        guard outcome.site != nil, let evidence = outcome.evidence, let path = releaseReportPath else { return }
        let report = ReleaseReport(
            edition: edition.edition.rawValue, day: day.description, files: files.sorted { $0.path < $1.path },
            evidence: evidence, hidden: outcome.hidden)
        try FileReplacement.writeOver(ownKind: report.bytes, to: path)
    }

    /// Where the evidence goes: `site.release.json` for `site`, unless another place was asked for. A folder that is
    /// named by dots has no name to go by, and no report by itself.
    private var releaseReportPath: String? {
        if let releaseReport { return releaseReport }
        let folder = output.withoutSlash
        return [".", "..", "/"].contains { folder == $0 || folder.hasSuffix("/\($0)") } ? nil : "\(folder).release.json"
    }

    private func size(of site: DrawnSite<Assembly.Note>) -> String {
        size(pages: site.pageCount, bytes: site.files.reduce(0) { $0 + $1.size })
    }

    private func size(pages: Int, bytes: Int) -> String { "\(pages) pages, \(bytes / 1024) kB" }

    private func announce(_ result: String) {
        guard !report.quiet else { return }
        let source = sources.source == "content" ? "" : " --source \(sources.source)"
        Console.note("\(result)\nIt is in \(output)/. To look at it: signpost serve\(source)\n\n")
    }
}

extension ReportOptions {
    /// Whether a site with these faults may be written.
    func allows(_ diagnostics: [Diagnostic]) -> Bool {
        !diagnostics.hasErrors && !(strict && diagnostics.contains { $0.severity == .warning })
    }
}

extension Assembly.Outcome {
    func adding(_ more: [Diagnostic]) -> Self { with(diagnostics + more) }

    /// The same, with no more faults of a kind than people can read.
    var counted: Self { with(diagnostics.counted()) }

    func with(_ faults: [Diagnostic]) -> Self {
        Self(
            site: site, diagnostics: faults, files: files, folders: folders, evidence: evidence, hidden: hidden,
            owners: owners, links: links, sightings: sightings, frames: frames)
    }

    var withoutSite: Self { Self(site: nil, diagnostics: diagnostics, files: files, folders: folders) }
}

extension SiteWriter.Report {
    /// What `--verify` has to say.
    fileprivate func verdict(on output: String) -> String {
        if isNoChange { return "\(output)/ is, byte for byte, what a clean build makes: \(unchanged) files.\n" }
        let all = written.map { "  \($0) differs or is missing\n" } + removed.map { "  \($0) does not belong to it\n" }
        let more = all.count > 20 ? "  and \(all.count - 20) more\n" : ""
        return "\(output)/ is not what a clean build makes:\n" + all.prefix(20).joined() + more
            + "Run `signpost build` to put it right.\n"
    }
}
