import Glibc

/// Replaces one file in a single step: readers and power cuts see the old file or the new one, whole.
public enum FileReplacement {
    /// Writes `bytes` to `path`, keeping the permissions of a file that is there; a link's target is replaced, not the
    /// link. A second writer waits until the first is done.
    public static func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges())
    }

    /// The same for what can be made again, and is nobody else's business: only the owner may read it, and nobody waits
    /// until it is on the disk. Readers see the old file or the new one; after a power cut perhaps half of it.
    public static func cache(_ bytes: [UInt8], at path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges(), isCache: true)
    }

    static func write(
        _ bytes: [UInt8], to path: String, changes: DiskChanges, isCache: Bool = false
    ) throws(DiskFailure) {
        let (parent, name) = RealPath.split(RealPath.of(path) ?? path)
        do throws(SystemError) {
            let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { throw SystemError("open the folder", parent) }
            defer { close(folder) }
            try replace(name, in: folder, with: bytes, changes, isCache)
        } catch {
            throw DiskFailure(writing: SystemError(error.action, path, code: error.code))
        }
    }

    private static func replace(
        _ name: String, in folder: Int32, with bytes: [UInt8], _ changes: DiskChanges, _ isCache: Bool
    ) throws(SystemError) {
        // The new contents are written into the lock's own file: a writer that was ended leaves a file that the next
        // one locks, empties and uses.
        let temporary = ".\(name).signpost-new"
        guard let lock = try FileLock.take(in: folder, temporary, waits: true) else {
            throw SystemError("write the file", name, code: EWOULDBLOCK)
        }
        do throws(SystemError) {
            guard ftruncate(lock.file, 0) == 0 else { throw SystemError("write the file", name) }
            try copyMode(of: name, in: folder, to: lock.file, isPrivate: isCache)
            try changes.write(bytes, to: lock.file, name)
            if !isCache { try changes.flush(lock.file, name) }
            try changes.rename(in: folder, temporary, to: name)
        } catch {
            lock.release()
            throw error
        }
        lock.releaseKeepingFile()
        if !isCache { try changes.flush(folder, name) }
    }

    private static func copyMode(
        of name: String, in folder: Int32, to file: Int32, isPrivate: Bool
    ) throws(SystemError) {
        guard !isPrivate else {
            guard fchmod(file, 0o600) == 0 else { throw SystemError("write the file", name) }
            return
        }
        var status = stat()
        guard fstatat(folder, name, &status, 0) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError("write the file", name, code: EISDIR) }
        guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw SystemError("write the file", name) }
    }
}
