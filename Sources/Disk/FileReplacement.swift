import Diagnostics
import Glibc

/// Replaces one file in a single step: readers and power cuts see the old file or the new one, whole.
public enum FileReplacement {
    /// Writes `bytes` to `path`, keeping the permissions of a file that is there; a link's target is replaced, not the
    /// link. A second writer waits until the first is done.
    public static func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges())
    }

    /// The same where the file must still be `old`: whoever read that, and works out from it what to write, would undo what
    /// somebody else saved meanwhile. It is looked at last, when all but the step itself is done.
    public static func write(_ bytes: [UInt8], over old: [UInt8], at path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges(), as: .document) {
            do throws(DiskFailure) {
                guard try OneFile.read(path, limit: .max - 1) != old else { return nil }
                return DiskFailure(
                    .changedFile, "\"\(path)\" was changed since it was read", help: "run the command again")
            } catch { return error }
        }
    }

    /// The same under a hidden name of Signpost's own. A link with such a name was put there by somebody else: it is
    /// replaced, and what it leads to is left alone.
    public static func writeRecord(_ bytes: [UInt8], at path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges(), as: .record)
    }

    /// The same where `path` is a name that somebody typed, and may be that of a file of their own: nothing there is
    /// replaced but a file of the same kind.
    public static func writeOver(ownKind bytes: [UInt8], to path: String) throws(DiskFailure) {
        if let old = start(of: path), !isOfOneKind(old, bytes) {
            throw DiskFailure(
                .foreignFiles, "\"\(path)\" is there already, and is not what would take its place",
                help: "choose another name; or move the file away, if nobody needs it")
        }
        try write(bytes, to: path)
    }

    /// What is compared of two files.
    private static let start = 39

    /// Whether two files start alike. All that Signpost writes under names that people choose have words at their start
    /// that say what they are. Archives have none, and the same day in all of them.
    static func isOfOneKind(_ old: [UInt8], _ new: [UInt8]) -> Bool {
        guard !old.isEmpty else { return true }
        guard new.starts(with: "PK".utf8) else { return old.prefix(start) == new.prefix(start) }
        // APPNOTE.TXT 4.3.7: two bytes that say how the first file is packed, and then its time and day.
        return old.prefix(8) == new.prefix(8) && old.dropFirst(10).prefix(4) == new.dropFirst(10).prefix(4)
    }

    /// The first bytes of a file that is there, as far as it may be read.
    static func start(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return [UInt8](unsafeUninitializedCapacity: start) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, start))
        }
    }

    /// The same as ``writeRecord(_:at:)`` for what is nobody else's business: only the owner may read it, and nobody waits
    /// until it is on the disk. Readers see the old file or the new one; after a power cut perhaps half of it.
    public static func cache(_ bytes: [UInt8], at path: String) throws(DiskFailure) {
        try write(bytes, to: path, changes: DiskChanges(), as: .cache)
    }

    private enum Kind { case document, record, cache }

    static func write(_ bytes: [UInt8], to path: String, changes: DiskChanges) throws(DiskFailure) {
        try write(bytes, to: path, changes: changes, as: .document)
    }

    /// - Parameter refusal: Asked when the new file is on the disk, beside its place: why it stays out of that.
    private static func write(
        _ bytes: [UInt8], to path: String, changes: DiskChanges, as kind: Kind,
        unless refusal: () -> DiskFailure? = { nil }
    ) throws(DiskFailure) {
        let (parent, name) = RealPath.split(kind == .document ? RealPath.of(path) ?? path : path)
        let refused: DiskFailure?
        do throws(SystemError) {
            let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { throw SystemError("open the folder", parent) }
            defer { close(folder) }
            refused = try replace(name, in: folder, with: bytes, changes, kind, unless: refusal)
        } catch {
            throw DiskFailure(writing: SystemError(error.action, path, code: error.code))
        }
        if let refused { throw refused }
    }

    private static func replace(
        _ name: String, in folder: Int32, with bytes: [UInt8], _ changes: DiskChanges, _ kind: Kind,
        unless refusal: () -> DiskFailure?
    ) throws(SystemError) -> DiskFailure? {
        // The new contents are written into the lock's own file: a writer that was ended leaves a file that the next
        // one locks, empties and uses.
        let temporary = ".\(name).signpost-new"
        guard let lock = try FileLock.take(in: folder, temporary, waits: true) else {
            throw SystemError("write the file", name, code: EWOULDBLOCK)
        }
        do throws(SystemError) {
            guard ftruncate(lock.file, 0) == 0 else { throw SystemError("write the file", name) }
            try copyMode(of: name, in: folder, to: lock.file, kind)
            try changes.write(bytes, to: lock.file, name)
            if kind != .cache { try changes.flush(lock.file, name) }
            if let failure = refusal() {
                lock.release()
                return failure
            }
            try changes.rename(in: folder, temporary, to: name)
        } catch {
            lock.release()
            throw error
        }
        lock.releaseKeepingFile()
        if kind != .cache { try changes.flush(folder, name) }
        return nil
    }

    private static func copyMode(
        of name: String, in folder: Int32, to file: Int32, _ kind: Kind
    ) throws(SystemError) {
        guard kind != .cache else {
            guard fchmod(file, 0o600) == 0 else { throw SystemError("write the file", name) }
            return
        }
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT != S_IFLNK else {
            return
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError("write the file", name, code: EISDIR) }
        guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw SystemError("write the file", name) }
    }
}
