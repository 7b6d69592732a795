public import Diagnostics
import Glibc
import Parallelism

/// Writes a finished site: all of it or nothing, and it deletes only what it made.
///
/// The new site is put together in a hidden folder beside the output, file by file as they are finished, where files that
/// did not change are second names of the old ones. Once it is safe on the disk, one `renameat2` swaps the two folders, and the old one is removed. A process
/// that ends at any instant leaves the old site or the new one, complete; the next run clears away the rest.
///
/// Where a file system cannot swap names, two renames take its place, and a process that ends between them leaves no
/// output folder until the next run puts the old one back.
public struct SiteWriter: Sendable {
    /// Folders that the output must neither be, hold, nor lie in: content, records, themes.
    public var sources: [String]
    /// The user's home folder, which the output must neither be nor hold.
    public var home: String?
    /// How long to wait for another build into the same folder, which holds it while it draws.
    public var patience: Duration = .seconds(600)
    /// Called once, where there is another build to wait for.
    public var onWait: @Sendable () -> Void = {}
    /// Whether the folders of an old site stay beside the new one, hidden and empty, for the next: that makes a small change
    /// of a large site several times as fast. To be switched on where somebody builds, and not where sites are sent to.
    public var keepsFolders = false
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

    /// Makes `folder` hold exactly `files` and the list of them: see ``receive(into:over:_:)``.
    public func write(
        _ files: [OutputFile], to folder: String, over known: [OutputFile]? = nil
    ) async throws(DiskFailure) -> Report {
        try await receive(into: folder, over: known) { site throws(DiskFailure) in
            _ = await files.concurrentMap { site.take($0) }
            return try await site.place()
        }
    }

    /// Lets `fill` make a new site in `folder`, to which no other build writes meanwhile.
    ///
    /// - Parameters:
    ///   - known: What is in the folder and may be replaced, though no build wrote it there: files that somebody
    ///     unpacked, and that were held against a list of their own. `nil` where only a build's own list counts.
    ///   - fill: Hands over the files of the site, and then has it placed. If it does not, nothing remains of them.
    public func receive<Result: Sendable>(
        into folder: String, over known: [OutputFile]? = nil,
        _ fill: (IncomingSite) async throws(DiskFailure) -> Result
    ) async throws(DiskFailure) -> Result {
        try await alone(in: place(folder)) { output throws(DiskFailure) in
            if let known { try output.adopt(known) }
            let site = await IncomingSite(output, insteadOf: try await output.openCurrent())
            return try await ending(site, fill)
        }
    }

    /// Cannot leave anything open or half-made behind, however `fill` ends.
    func ending<Result: Sendable>(
        _ site: IncomingSite, _ fill: (IncomingSite) async throws(DiskFailure) -> Result
    ) async throws(DiskFailure) -> Result {
        do throws(DiskFailure) {
            let result = try await fill(site)
            await site.end()
            return result
        } catch {
            await site.end()
            throw error
        }
    }

    /// Does something with an output folder to which no other build writes meanwhile, and in which none was cut short.
    func alone<Result: Sendable>(
        in place: OutputPlace, _ work: (OutputFolder) async throws(DiskFailure) -> Result
    ) async throws(DiskFailure) -> Result {
        let parent = try openParent(of: place)
        defer { close(parent) }
        let output = OutputFolder(
            parent: parent, name: place.name, typed: place.typed, changes: changes, keepsFolders: keepsFolders)
        let lock = try await takeLock(of: output)
        defer {
            lock.release()
            if !output.exists(output.name) { removeFolders(madeFor: place) }
        }
        try await output.recover()
        return try await work(output)
    }

    /// What a build would change; nothing is touched.
    ///
    /// - Parameter fill: Hands over the files of the site.
    public func compare(
        with folder: String, _ fill: (SiteComparison) async -> Void
    ) async throws(DiskFailure) -> Report {
        let place = try place(folder)
        guard place.missing == "." else { return try await compare(with: nil, fill) }
        let parent = open(place.base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw DiskFailure(writing: SystemError("open the folder", place.base)) }
        defer { close(parent) }
        let output = OutputFolder(parent: parent, name: place.name, typed: place.typed, changes: changes)
        guard let old = try await output.openCurrent() else { return try await compare(with: nil, fill) }
        defer { close(old.folder) }
        return try await compare(with: old, fill)
    }

    private func compare(
        with old: PreviousSite?, _ fill: (SiteComparison) async -> Void
    ) async throws(DiskFailure) -> Report {
        let comparison = SiteComparison(with: old)
        await fill(comparison)
        return try comparison.report()
    }

    func place(_ folder: String) throws(DiskFailure) -> OutputPlace {
        let occupied = [RealPath.of("."), home].compactMap { $0 }
        return try OutputPlace.find(folder, sources: sources, occupied: occupied)
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

    /// Where there is no site after all, the folders above it go again.
    private func removeFolders(madeFor place: OutputPlace) {
        let base = open(place.base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard base >= 0 else { return }
        defer { close(base) }
        var folder = place.missing
        while folder != ".", !folder.isEmpty, (try? changes.removeFolder(in: base, folder)) == true {
            folder = RealPath.split(folder).parent
        }
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
