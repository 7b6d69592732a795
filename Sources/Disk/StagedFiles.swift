import Diagnostics
import Glibc

/// Files that are put into a folder together: written beside their places one by one, and moved there in the end, so
/// that nothing of a run that fails is left where somebody could take it for finished.
public struct StagedFiles: Sendable {
    private let folder: String
    private let changes = DiskChanges()

    private static let staging = ".signpost-new"
    private var staging: String { folder.appending(path: Self.staging) }

    /// Makes the folder where it is not there, and clears away what a run that was ended left behind.
    public init(in folder: String) throws(DiskFailure) {
        self.folder = folder.dropTrailingSlashes()
        do throws(SystemError) {
            try changes.makeFolders(in: AT_FDCWD, self.folder.appending(path: Self.staging))
        } catch { throw DiskFailure(writing: error) }
        discard()
        guard mkdir(staging, 0o777) == 0 else { throw DiskFailure(writing: SystemError("make the folder", staging)) }
    }

    /// Writes a file beside its place, onto the disk. Safe from any thread, for files of different names.
    public func add(_ bytes: [UInt8], as name: String) throws(DiskFailure) {
        precondition(!name.contains("/"), "a staged file lies in no folder of its own")
        do throws(SystemError) {
            let path = staging.appending(path: name)
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            guard file >= 0 else { throw SystemError("make the file", path) }
            defer { close(file) }
            try changes.write(bytes, to: file, path)
            try changes.flush(file, path)
        } catch { throw DiskFailure(writing: error) }
    }

    /// Moves the files to their places, in this order; each takes the place of an older one in one step.
    public func commit(_ names: [String]) throws(DiskFailure) {
        do throws(SystemError) {
            let base = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard base >= 0 else { throw SystemError("open the folder", folder) }
            defer { close(base) }
            for name in names {
                try changes.rename(in: base, "\(Self.staging)/\(name)", to: name)
            }
            try changes.flush(base, folder)
        } catch { throw DiskFailure(writing: error) }
        discard()
    }

    /// Clears away what was not moved.
    public func discard() {
        for entry in (try? FolderEntry.list(root: AT_FDCWD, path: staging).get()) ?? [] where entry.kind == .file {
            _ = entry.text.map { unlink(staging.appending(path: $0)) }
        }
        rmdir(staging)
    }
}
