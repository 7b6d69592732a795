import Diagnostics
import Glibc
import Synchronization

/// Files that are put into a folder together: written beside their places one by one, and moved there in the end, so
/// that nothing of a run that fails is left where somebody could take it for finished.
///
/// Until they are there or given up, another run of the same name waits.
public final class StagedFiles: Sendable {
    private let folder: String
    private let changes = DiskChanges()

    private let hidden: String
    private var staging: String { folder.appending(path: hidden) }
    private let base: Int32
    /// `nil` once all is done.
    private let lock: Mutex<FileLock?>

    /// Makes the folder where it is not there, and clears away what a run that was ended left behind.
    ///
    /// - Parameters:
    ///   - run: Tells runs apart that work at the same time.
    ///   - onWait: Called once where another run of the same name is at work.
    public init(in folder: String, run: String = "", onWait: () -> Void = {}) throws(DiskFailure) {
        self.folder = folder.dropTrailingSlashes()
        hidden = ".signpost-new" + run
        do throws(SystemError) {
            let (base, lock) = try Self.locked(self.folder, hidden + ".lock", changes, onWait)
            self.base = base
            self.lock = Mutex(lock)
        } catch { throw DiskFailure(writing: error) }
        clear()
        guard mkdir(staging, 0o777) == 0 else { throw DiskFailure(writing: SystemError("make the folder", staging)) }
    }

    deinit {
        discard()
        close(base)
    }

    private static func locked(
        _ folder: String, _ name: String, _ changes: DiskChanges, _ onWait: () -> Void
    ) throws(SystemError) -> (Int32, FileLock) {
        try changes.makeFolders(in: AT_FDCWD, folder)
        let base = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard base >= 0 else { throw SystemError("open the folder", folder) }
        do throws(SystemError) {
            if let lock = try FileLock.take(in: base, name, waits: false) { return (base, lock) }
            onWait()
            guard let lock = try FileLock.take(in: base, name, waits: true) else {
                throw SystemError("lock with the file", name, code: EWOULDBLOCK)
            }
            return (base, lock)
        } catch {
            close(base)
            throw SystemError(error.action, folder.appending(path: name), code: error.code)
        }
    }

    /// Writes a file beside its place. Safe from any thread, for files of different names.
    ///
    /// What already has the name must be of the same kind: anything else is somebody's.
    public func add(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        precondition(!name.contains("/"), "a staged file lies in no folder of its own")
        if let old = FileReplacement.start(of: folder.appending(path: name)), !FileReplacement.isOfOneKind(old, bytes) {
            throw DiskFailure(
                .foreignFiles, "\"\(folder.appending(path: name))\" is there already, and Signpost did not make it",
                help: "name another folder; or move the file away, if nobody needs it")
        }
        do throws(SystemError) {
            let path = staging.appending(path: name)
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            guard file >= 0 else { throw SystemError("make the file", path) }
            defer { close(file) }
            try changes.write(bytes, to: file, path)
        } catch { throw DiskFailure(writing: error) }
    }

    /// Moves the files to their places, in this order, once all of them are safe on the disk; each takes the place of an
    /// older one in one step.
    ///
    /// - Parameter outdated: Files of earlier runs that are removed where they are there.
    public func commit(_ names: [String], removing outdated: [String] = []) throws(DiskFailure) {
        do throws(SystemError) {
            try changes.flushDisk(of: base, folder)
            for name in names {
                try changes.rename(in: base, "\(hidden)/\(name)", to: name)
            }
            for name in outdated { try changes.removeFile(in: base, name) }
            try changes.flush(base, folder)
        } catch { throw DiskFailure(writing: error) }
        discard()
    }

    /// Clears away what was not moved, and lets the next run begin.
    public func discard() {
        lock.withLock { lock in
            guard let held = lock else { return }
            clear()
            held.release()
            lock = nil
        }
    }

    private func clear() {
        for entry in (try? FolderEntry.list(root: AT_FDCWD, path: staging).get()) ?? [] where entry.kind == .file {
            _ = entry.text.map { unlink(staging.appending(path: $0)) }
        }
        rmdir(staging)
    }
}
