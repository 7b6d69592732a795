import CLinux
import Glibc

/// The system calls that change the disk, each behind a gate where tests make it fail or end the process.
///
/// Paths are relative to an open folder, so that a folder renamed meanwhile cannot lead the writing astray.
struct DiskChanges: Sendable {
    /// Called with the name of the call and its path; anything but 0 is the `errno` to fail with.
    var gate: (@Sendable (_ call: String, _ path: String) -> Int32)?

    private func pass(_ call: String, _ action: String, _ path: String) throws(SystemError) {
        guard let gate else { return }
        let code = gate(call, path)
        if code != 0 { throw SystemError(action, path, code: code) }
    }
}

extension DiskChanges {
    func makeFolder(in folder: Int32, _ path: String) throws(SystemError) {
        try pass("mkdir", "make the folder", path)
        guard mkdirat(folder, path, 0o755) == 0 else { throw SystemError("make the folder", path) }
    }

    /// Makes the folder at `path`, and those above it, where they are missing.
    func makeFolders(in folder: Int32, _ path: String) throws(SystemError) {
        do throws(SystemError) {
            try makeFolder(in: folder, path)
        } catch {
            switch error.code {
            case EEXIST: return
            case ENOENT where path.contains("/"):
                try makeFolders(in: folder, RealPath.split(path).parent)
                try makeFolders(in: folder, path)
            default: throw error
            }
        }
    }

    /// A new file, whole or not there: one that could not be written is removed again.
    func createFile(in folder: Int32, _ path: String, _ bytes: [UInt8]) throws(SystemError) {
        try pass("create", "make the file", path)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder, path, flags, 0o644)
        guard file >= 0 else { throw SystemError("make the file", path) }
        var failure: SystemError?
        do throws(SystemError) { try write(bytes, to: file, path) } catch { failure = error }
        // Network drives report a full disk only here.
        if close(file) != 0, failure == nil { failure = SystemError("write the file", path) }
        if let failure { throw failure }
    }

    func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(SystemError) {
        try pass("write", "write the file", path)
        try writeAll(bytes, path) { rest, _ in Glibc.write(file, rest.baseAddress, rest.count) }
    }

    /// The same at a place of a file, while other tasks write at others.
    func write(_ bytes: [UInt8], to file: Int32, at place: Int, _ path: String) throws(SystemError) {
        try pass("write", "write the file", path)
        try writeAll(bytes, path) { rest, done in pwrite(file, rest.baseAddress, rest.count, off_t(place + done)) }
    }

    /// - Parameter call: Writes what is left, and is told how much is done.
    private func writeAll(
        _ bytes: [UInt8], _ path: String, _ call: (UnsafeRawBufferPointer, Int) -> Int
    ) throws(SystemError) {
        var failure: SystemError?
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = call(UnsafeRawBufferPointer(rebasing: buffer[done...]), done)
                if count > 0 { done += count }
                if count < 0, errno != EINTR {
                    failure = SystemError("write the file", path)
                    break
                }
            }
        }
        if let failure { throw failure }
    }

    /// Gives the file at `path` a second name at the same path below another folder.
    ///
    /// - Returns: `false` where the file system has no such names (FAT, some network drives) or no more of them.
    func link(from old: Int32, to new: Int32, _ path: String) throws(SystemError) -> Bool {
        let refusal = gate?("link", path) ?? 0
        if refusal == 0, linkat(old, path, new, path, 0) == 0 { return true }
        let code = refusal == 0 ? errno : refusal
        switch code {
        case EPERM, EXDEV, EMLINK, ENOTSUP, ENOSYS, ENOENT: return false
        default: throw SystemError("keep the file", path, code: code)
        }
    }
}

extension DiskChanges {
    func rename(in folder: Int32, _ old: String, to new: String) throws(SystemError) {
        try pass("rename", "put into place", new)
        guard renameat(folder, old, folder, new) == 0 else { throw SystemError("put into place", new) }
    }

    /// Swaps two names in one step that readers see as a whole.
    ///
    /// - Returns: `false` where the file system cannot.
    func exchange(in folder: Int32, _ a: String, _ b: String) throws(SystemError) -> Bool {
        let action = "put into place"
        try pass("exchange", action, b)
        let exchangeNames: UInt32 = 2  // RENAME_EXCHANGE, <linux/fs.h>
        if renameat2(folder, a, folder, b, exchangeNames) == 0 { return true }
        guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw SystemError(action, b) }
        return false
    }

    /// - Returns: `false` where it was gone already.
    @discardableResult
    func removeFile(in folder: Int32, _ path: String) throws(SystemError) -> Bool {
        try pass("unlink", "remove the file", path)
        if unlinkat(folder, path, 0) == 0 { return true }
        guard errno == ENOENT else { throw SystemError("remove the file", path) }
        return false
    }

    /// - Returns: `false` where something is left in it.
    func removeFolder(in folder: Int32, _ path: String) throws(SystemError) -> Bool {
        try pass("rmdir", "remove the folder", path)
        if unlinkat(folder, path, AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw SystemError("remove the folder", path) }
        return false
    }

    /// Waits until everything written to the disk that holds `folder` would outlive a power cut.
    ///
    /// One call for the whole tree: 10,000 calls of `fsync` take minutes where this takes a fraction of a second.
    func flushDisk(of folder: Int32, _ path: String) throws(SystemError) {
        try pass("syncfs", "save to the disk", path)
        guard syncfs(folder) == 0 else { throw SystemError("save to the disk", path) }
    }

    /// The same for one file, or for the names in one folder.
    func flush(_ file: Int32, _ path: String) throws(SystemError) {
        try pass("fsync", "save to the disk", path)
        // EINVAL: some network drives cannot flush a folder, and keep no names in memory either.
        guard fsync(file) == 0 || errno == EINVAL else { throw SystemError("save to the disk", path) }
    }
}
