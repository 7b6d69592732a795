import Diagnostics
import Glibc

/// Watches folders and everything below them, and tells of changes in batches.
///
/// It knows new and renamed folders, the save-by-rename of editors, and folders that go and come back; dot files and
/// the litter of editors are no change. Where Linux lost count, or a folder came back, the batch says to read anew.
public struct FolderWatch: Sendable {
    /// What changed within one short while.
    public struct Batch: Sendable, Hashable {
        /// The paths of files and folders that were written, made, renamed or removed: the watched folder as given,
        /// and the path below it.
        public var paths: Set<String> = []
        /// True where `paths` may lack some, so that everything must be read again.
        public var needsRescan = false

        var isEmpty: Bool { paths.isEmpty && !needsRescan }
    }

    /// Starts watching, and goes on for as long as somebody awaits the stream.
    ///
    /// - Parameters:
    ///   - folders: what to watch; one that does not exist yet is picked up when it appears.
    ///   - quiet: a batch ends when nothing has happened for this long. 15 ms gather the three or four steps of an
    ///     editor's save and are too short to notice.
    public static func changes(
        in folders: [String], quiet: Duration = .milliseconds(15)
    ) throws(DiskFailure) -> AsyncStream<Batch> {
        let queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard queue >= 0 else { throw failure(SystemError("watch", folders.joined(separator: ", "))) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            let error = SystemError("watch", folders.joined(separator: ", "))
            close(queue)
            throw failure(error)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (stream, continuation) = AsyncStream.makeStream(of: Batch.self)
        let (stopping, stop) = (ends[0], ends[1])
        // The watcher's thread sees the pipe close, and closes the rest.
        continuation.onTermination = { _ in close(stop) }
        let quietTime = Int32(max(1, (quiet / .milliseconds(1)).rounded()))
        let watcher = Watcher(
            roots: folders.map { $0.dropTrailingSlashes() }, queue: queue, stopping: stopping, quiet: quietTime,
            report: { continuation.yield($0) })
        do throws(DiskFailure) {
            try watcher.start()
        } catch {
            continuation.finish()
            throw error
        }
        return stream
    }

    static func failure(_ error: SystemError) -> DiskFailure {
        let help =
            error.code == ENOSPC || error.code == EMFILE
            ? "raise the limits fs.inotify.max_user_watches and fs.inotify.max_user_instances" : error.remedy
        let reason = error.code == ENOSPC ? "Linux watches too many folders already" : error.reason
        return DiskFailure([
            Diagnostic(.unreadableFile, "cannot \(error.action) \"\(error.path)\": \(reason)", at: nil, help: help)
        ])
    }
}
