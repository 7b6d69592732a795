public import Diagnostics
import Glibc

/// Writes a finished site: all of it or nothing, and it deletes only what it made.
///
/// The new site is built in a hidden folder beside the output, where files that did not change are second names of the
/// old ones. Once it is safe on the disk, one `renameat2` swaps the two folders, and the old one is removed. A process
/// that ends at any instant leaves the old site or the new one, complete; the next run clears away the rest.
///
/// Where a file system cannot swap names, two renames take its place, and a process that ends between them leaves no
/// output folder until the next run puts the old one back.
public struct SiteWriter: Sendable {
    /// Folders that the output must neither be, hold, nor lie in: content, records, themes.
    public var sources: [String]
    /// The user's home folder, which the output must neither be nor hold.
    public var home: String?
    /// How long to wait for another build into the same folder.
    public var patience: Duration = .seconds(60)
    /// Called once, where there is another build to wait for.
    public var onWait: @Sendable () -> Void = {}
    var changes = DiskChanges()

    public init(sources: [String], home: String?) {
        self.sources = sources
        self.home = home
    }

    /// What a build changed.
    public struct Report: Sendable, Hashable {
        /// New and changed files, sorted.
        public var written: [String] = []
        /// How many files are as they were.
        public var unchanged = 0
        /// Files of the last site that this one does not have, sorted.
        public var removed: [String] = []
        /// Warnings about what could not be cleared away.
        public var diagnostics: [Diagnostic] = []

        /// True where the output folder was not touched at all.
        public var isNoChange: Bool { written.isEmpty && removed.isEmpty }
    }

    /// Makes `folder` hold exactly `files` and the list of them.
    ///
    /// - Parameter known: What is in the folder and may be replaced, though no build wrote it there: files that somebody
    ///   unpacked, and that were held against a list of their own. `nil` where only a build's own list counts.
    public func write(
        _ files: [OutputFile], to folder: String, over known: [OutputFile]? = nil
    ) async throws(DiskFailure) -> Report {
        let (files, place) = try settle(files, folder)
        return try await alone(in: place) { output throws(DiskFailure) in
            if let known { try output.adopt(known) }
            return try await replace(output, with: files)
        }
    }

    /// Does something with an output folder to which no other build writes meanwhile, and in which none was cut short.
    func alone<Result: Sendable>(
        in place: OutputPlace, _ work: (OutputFolder) async throws(DiskFailure) -> Result
    ) async throws(DiskFailure) -> Result {
        let parent = try openParent(of: place)
        defer { close(parent) }
        let output = OutputFolder(parent: parent, name: place.name, typed: place.typed, changes: changes)
        let lock = try await takeLock(of: output)
        defer { lock.release() }
        try await output.recover()
        return try await work(output)
    }

    /// What ``write(_:to:)`` would change; nothing is touched.
    public func differences(of files: [OutputFile], from folder: String) async throws(DiskFailure) -> Report {
        let (files, place) = try settle(files, folder)
        guard place.missing == "." else { return Report(written: files.map(\.path)) }
        let parent = open(place.base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw DiskFailure(writing: SystemError("open the folder", place.base)) }
        defer { close(parent) }
        let output = OutputFolder(parent: parent, name: place.name, typed: place.typed, changes: changes)
        guard let old = try await output.openCurrent() else { return Report(written: files.map(\.path)) }
        defer { close(old.folder) }
        return await old.report(on: files).report
    }

    func settle(
        _ files: [OutputFile], _ folder: String
    ) throws(DiskFailure) -> (files: [OutputFile], place: OutputPlace) {
        let files = files.sorted { bytewise($0.path, $1.path) }
        let faults = OutputFile.faults(of: files)
        guard faults.isEmpty else {
            throw DiskFailure(faults.map { Diagnostic(.unsafeOutputPath, $0, at: nil) })
        }
        let occupied = [RealPath.of("."), home].compactMap { $0 }
        return (files, try OutputPlace.find(folder, sources: sources, occupied: occupied))
    }

    private func replace(_ output: OutputFolder, with files: [OutputFile]) async throws(DiskFailure) -> Report {
        guard let old = try await output.openCurrent() else {
            try await output.stage(files.map { $0.staged(isSame: false) }, keeping: nil)
            try await output.place(overOld: false)
            return Report(written: files.map(\.path))
        }
        defer { close(old.folder) }
        var (report, same) = await old.report(on: files)
        if report.isNoChange, old.hasManifest { return report }
        try await output.stage(zip(files, same).map { $0.staged(isSame: $1) }, keeping: old)
        try await output.place(overOld: true)
        report.diagnostics = await output.removeOld()
        return report
    }

    private func openParent(of place: OutputPlace) throws(DiskFailure) -> Int32 {
        do throws(SystemError) {
            let base = open(place.base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard base >= 0 else { throw SystemError("open the folder", place.base) }
            guard place.missing != "." else { return base }
            defer { close(base) }
            try changes.makeFolders(in: base, place.missing)
            let parent = openat(base, place.missing, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard parent >= 0 else { throw SystemError("open the folder", place.missing) }
            return parent
        } catch { throw DiskFailure(writing: error) }
    }

    private func takeLock(of output: OutputFolder) async throws(DiskFailure) -> FileLock {
        let pause = Duration.milliseconds(20)
        var waited = Duration.zero
        while true {
            do throws(SystemError) {
                if let lock = try FileLock.take(in: output.parent, output.lock, waits: false) { return lock }
            } catch { throw DiskFailure(writing: error) }
            if waited == .zero { onWait() }
            guard waited < patience, (try? await Task.sleep(for: pause)) != nil else {
                throw DiskFailure(
                    .busyFolder, "another build is writing to \"\(output.typed)\"",
                    help: "wait until it has ended, or name another output folder")
            }
            waited += pause
        }
    }
}

extension OutputFile {
    func staged(isSame: Bool) -> OutputFolder.NewFile {
        OutputFolder.NewFile(path: path, size: bytes.count, bytes: bytes, isSame: isSame)
    }
}
