import Glibc

/// A lock that one process holds by keeping a file open; it goes when the process ends, however it ends.
struct FileLock: Sendable {
    let file: Int32
    private let folder: Int32
    private let name: String

    /// Takes the lock `name` in an open folder.
    ///
    /// - Parameter waits: whether to stand in the queue behind a holder.
    /// - Returns: `nil` where another process holds it.
    static func take(in folder: Int32, _ name: String, waits: Bool) throws(SystemError) -> FileLock? {
        while true {
            let file = openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw SystemError("lock with the file", name) }
            if flock(file, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
                let code = errno
                if code == EWOULDBLOCK || code == EINTR { close(file) }
                if code == EWOULDBLOCK { return nil }
                if code == EINTR { continue }
                // A drive without locks: going on unlocked is better than never building there.
            }
            if isNamed(name, in: folder, file) { return FileLock(file: file, folder: folder, name: name) }
            close(file)
        }
    }

    /// A holder removes the file when it is done, so whoever waited for it holds a file that nobody else will find.
    private static func isNamed(_ name: String, in folder: Int32, _ file: Int32) -> Bool {
        var held = stat()
        var named = stat()
        return fstat(file, &held) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0
            && held.st_ino == named.st_ino && held.st_dev == named.st_dev
    }

    func release() {
        unlinkat(folder, name, 0)
        close(file)
    }

    /// For a lock whose file now has another name and must stay.
    func releaseKeepingFile() { close(file) }
}
