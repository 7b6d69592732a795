import Disk
import Site

extension SettledSite {
    /// Draws the site into a folder: all of it, or nothing where there is an error anywhere.
    ///
    /// The folder is this build's from the first file on, so another build waits before it draws and not after. Where the
    /// folder cannot be written, the site is drawn all the same, for what there is to say of it.
    ///
    /// - Parameters:
    ///   - take: Sees each file too, by many tasks at once.
    ///   - release: What has to be done, once the site is known to be good, before readers see it.
    func write(
        to output: String, _ report: ReportOptions, _ progress: inout Progress,
        showing take: @escaping @Sendable (SiteFile) -> Void = { _ in },
        before release: (Assembly.Outcome) throws(DiskFailure) -> Void = { _ in }
    ) async -> Assembly.Outcome {
        guard report.allows(diagnostics) else { return await draw(&progress).withoutSite }
        var drawn: Assembly.Outcome?
        do throws(DiskFailure) {
            let writer = SiteWriter(to: output, besides: folders)
            return try await writer.receive(into: output) { site throws(DiskFailure) in
                let writing = PartOfStep("writing")
                let outcome = await draw(&progress, [writing]) { file in
                    take(file)
                    writing.measure { site.take(file.output) }
                }
                drawn = outcome
                guard report.allows(outcome.diagnostics) else { return outcome.withoutSite }
                try release(outcome)
                progress.stage("Putting the site into its place")
                return outcome.adding(try await site.place().diagnostics)
            }
        } catch {
            let outcome = if let drawn { drawn } else { await draw(&progress) }
            return (report.allows(outcome.diagnostics) ? outcome.adding(error.diagnostics) : outcome).withoutSite
        }
    }

    /// Draws the site and holds it against the one in a folder.
    ///
    /// - Returns: What a build would change; `nil` where there is no good site, or nothing to hold it against.
    func compare(
        with output: String, _ report: ReportOptions, _ progress: inout Progress
    ) async -> (outcome: Assembly.Outcome, differences: SiteWriter.Report?) {
        var drawn: Assembly.Outcome?
        var found: Result<SiteWriter.Report, DiskFailure>
        do throws(DiskFailure) {
            found = .success(
                try await SiteWriter(to: output, besides: folders).compare(with: output) { old in
                    let comparing = PartOfStep("comparing")
                    drawn = await draw(&progress, [comparing]) { file in comparing.measure { old.take(file.output) } }
                })
        } catch { found = .failure(error) }
        let outcome = if let drawn { drawn } else { await draw(&progress) }
        guard report.allows(outcome.diagnostics) else { return (outcome, nil) }
        switch found {
        case .success(let differences): return (outcome, differences)
        case .failure(let failure): return (outcome.adding(failure.diagnostics), nil)
        }
    }
}

extension SiteFile {
    fileprivate var output: OutputFile { OutputFile(path: path, bytes: bytes) }
}

extension SiteWriter {
    /// A writer to an output folder that says so where it has to wait for another build.
    ///
    /// - Parameter sources: Folders that are not to be written to.
    init(to output: String, besides sources: [String]) {
        self.init(sources: sources, home: Home.folder)
        keepsFolders = true
        onWait = { Console.note("Another build is writing to \(output); waiting for it to end.\n") }
    }
}
