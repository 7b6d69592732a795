import Diagnostics
import Disk
import LocalServer
import Site

/// The site that a browser looks at while its sources are edited.
///
/// A page of which only the text was edited goes out at once; a whole build follows each change and has the last word.
actor LivePreview {
    private let assembly: Assembly
    private let server: PreviewServer
    /// The last good site.
    private var whole: [String: [UInt8]] = [:]
    /// What browsers get: the last good site with the pages that were drawn since.
    private var served: [String: [UInt8]] = [:]
    /// Pages that were drawn since the running build began, and which it may not have seen.
    private var newer: [SiteFile] = []
    /// What the last whole build left; none after one with errors, for then nobody knows what a page may refer to.
    private var last: (texts: PageTexts, files: [String: [UInt8]])?
    private var isBuilding = false
    private var isOutdated = false

    init(_ assembly: Assembly, _ server: PreviewServer) {
        self.assembly = assembly
        self.server = server
    }

    /// Shows what was edited as soon as it can, and returns while the rest is being built.
    func follow(_ batch: FolderWatch.Batch) {
        if !batch.needsRescan { show(batch.paths.sorted()) }
        isOutdated = true
        guard !isBuilding else { return }
        isBuilding = true
        // Whoever saves again meanwhile comes first.
        Task(priority: .utility) {
            while isOutdated { await rebuild() }
            isBuilding = false
        }
    }

    private func show(_ paths: [String]) {
        guard let last else { return }
        let start = ContinuousClock.now
        let pages = paths.compactMap { path in
            last.files[path].flatMap { last.texts.file(ofSaved: path, insteadOf: $0) }
        }.filter { served[$0.path] != $0.bytes }
        guard !pages.isEmpty else { return }
        newer += pages
        for page in pages { served[page.path] = page.bytes }
        server.publish(ServedSite(files: served), changedPaths: pages.map(\.path))
        Console.note("Drew \(pages.map(\.path).joined(separator: ", ")) in \(start.duration(to: .now).milliseconds).\n")
    }

    /// Builds anew and shows the outcome. The last good site stays where there are errors.
    ///
    /// - Returns: the folders that were read.
    @discardableResult
    func rebuild() async -> [String] {
        (isOutdated, newer) = (false, [])
        var progress = Progress()
        let files = Collected<SiteFile>()
        let outcome = await assembly.run(&progress) { files.add($0) }
        progress.end()
        let text = ReportFormat.human.report(outcome.diagnostics, source: outcome.line)
        if !text.isEmpty { Console.note(text + "\n") }
        if let site = outcome.site {
            whole = Dictionary(files.all.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            last = outcome.texts.map { ($0, outcome.files) }
            publish(whole.merging(newer.map { ($0.path, $0.bytes) }) { $1 })
            Console.note("Built \(site.pageCount) pages in \(progress.elapsed.seconds).\n")
        } else {
            last = nil
            if served != whole { publish(whole) }
            server.report(problems: text)
        }
        return outcome.folders
    }

    private func publish(_ files: [String: [UInt8]]) {
        let changed = files.filter { served[$0.key] != $0.value }.map(\.key)
        let removed = served.keys.filter { files[$0] == nil }
        served = files
        server.publish(ServedSite(files: files), changedPaths: (changed + removed).sorted())
    }
}
