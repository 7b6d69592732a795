import Diagnostics
import Glibc
import Parallelism
import Synchronization

/// A new site that arrives file by file, and takes the place of the old one when it is whole.
///
/// A file that differs from the old site's goes into the hidden folder at once and need not wait in memory. One that
/// does not is only noted, and gets its second name in the end: so a site that is as it was costs no writing at all.
public final class IncomingSite: Sendable {
    private let output: OutputFolder
    private let old: PreviousSite?
    private let spare: SpareFolders?
    private let state = Mutex(State())

    private struct State {
        var files = Arrivals()
        /// Made for the first file that goes into it.
        var staging: Staging?
        /// The first thing that went wrong; nothing is written from then on.
        var failure: SystemError?
        var isPlaced = false
    }

    init(_ output: OutputFolder, insteadOf old: PreviousSite?) async {
        self.output = output
        self.old = old
        spare = output.keepsFolders ? await output.spareFolders() : nil
    }

    /// Takes one file: from many tasks at once, in any order. What goes wrong is said by ``place()``.
    public func take(_ file: OutputFile) {
        let isSame = old?.holds(file) == true
        let staging = state.withLock { state -> Staging? in
            state.files.add(path: file.path, size: file.bytes.count, isSame: isSame)
            guard !isSame, file.fault == nil, state.failure == nil else { return nil }
            do throws(SystemError) {
                return try open(&state)
            } catch {
                state.failure = error
                return nil
            }
        }
        guard let staging else { return }
        do throws(SystemError) {
            try staging.write(file)
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Takes over files of the old site without looking at them.
    func keep(_ files: [(path: String, size: Int)]) {
        state.withLock { state in
            for file in files { state.files.add(path: file.path, size: file.size, isSame: true) }
        }
    }

    /// Puts the site into its place, once all of it is safe on the disk; unless it is just what is there.
    ///
    /// After a failure the old site stands where it stood.
    public func place() async throws(DiskFailure) -> SiteWriter.Report { try await place(overKnown: nil) }

    /// - Parameter known: What the old site holds, and nothing else, where that need not be looked for.
    func place(overKnown known: Manifest?) async throws(DiskFailure) -> SiteWriter.Report {
        let (files, failure) = state.withLock { state in
            state.files.sort()
            return (state.files, state.failure)
        }
        let folders = files.folders
        try files.check(in: folders)
        if let failure { throw output.failure(failure) }
        var report = files.report(insteadOf: old)
        if let old, old.hasManifest, report.isNoChange { return report }
        do throws(SystemError) {
            let staging = try state.withLock { state throws(SystemError) in try open(&state) }
            try await staging.finish(files, in: folders, keeping: old)
        } catch { throw output.failure(error) }
        try await output.place(overOld: old != nil)
        state.withLock { $0.isPlaced = true }
        report.diagnostics = await output.removeOld(
            holding: known, keepingFolders: folders.isEmpty ? nil : kept(without: report.removed, folders))
        return report
    }

    /// The paths and sizes of what has arrived, in order.
    var files: [(path: String, size: Int)] {
        state.withLock { state in
            state.files.sort()
            return state.files.all.map { ($0.path, $0.size) }
        }
    }

    /// The old site, and which of its folders the new one does not have, where folders are kept.
    ///
    /// - Parameters:
    ///   - removed: The old site's files that the new one does not have.
    ///   - folders: Those of the new site.
    private func kept(
        without removed: [String], _ folders: Set<String>
    ) -> (of: PreviousSite, without: [String])? {
        guard let old, output.keepsFolders else { return nil }
        return (old, Manifest.folders(of: removed).filter { !folders.contains($0) })
    }

    private func open(_ state: inout State) throws(SystemError) -> Staging {
        if let staging = state.staging { return staging }
        let staging = try Staging(of: output, like: old, with: spare)
        state.staging = staging
        return staging
    }

    /// Lets go of everything, and of what was written of a site that is not to be.
    func end() async {
        let (staging, isPlaced) = state.withLock { ($0.staging, $0.isPlaced) }
        staging?.close()
        if staging != nil, !isPlaced { try? await output.remove(output.staging) }
        if let old { close(old.folder) }
    }
}

/// What has arrived of a site.
struct Arrivals: Sendable {
    private(set) var all: [File] = []

    struct File: Sendable {
        let path: String
        /// In bytes.
        let size: Int
        /// Whether the old site has it too.
        let isSame: Bool
    }

    mutating func add(path: String, size: Int, isSame: Bool) {
        all.append(File(path: path, size: size, isSame: isSame))
    }

    /// Puts them into the order of their paths.
    mutating func sort() { all.sort { bytewise($0.path, $1.path) } }

    /// All that they lie in.
    var folders: Set<String> { Set(Manifest.folders(of: all.lazy.map(\.path))) }

    /// Refuses paths that must not be written, each by itself and among themselves. They are sorted.
    ///
    /// - Parameter folders: See ``folders``.
    func check(in folders: Set<String>) throws(DiskFailure) {
        let faults = OutputFile.faults(of: all.map(\.path), in: folders)
        guard faults.isEmpty else {
            throw DiskFailure(faults.map { Diagnostic(.unsafeOutputPath, $0, at: nil) })
        }
    }

    /// What it takes to turn the old site into this one, once they are sorted.
    func report(insteadOf old: PreviousSite?) -> SiteWriter.Report {
        var report = SiteWriter.Report()
        report.written = all.filter { !$0.isSame }.map(\.path)
        report.unchanged = all.count - report.written.count
        guard let old, report.unchanged < old.manifest.sizes.count else { return report }
        let paths = Set(all.map(\.path))
        report.removed = old.manifest.sizes.keys.filter { !paths.contains($0) }.sorted(by: bytewise)
        return report
    }
}
