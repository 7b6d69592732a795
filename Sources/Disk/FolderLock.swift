import Glibc

/// Lets one run after the other change what lies in a folder. It is a lock on the folder itself: it leaves nothing behind,
/// and goes when the process ends, however it ends.
public struct FolderLock: Sendable {
    private let file: Int32

    /// Waits for whoever holds it. Where a folder cannot be opened or locked, as on some network drives, nobody waits:
    /// going on unlocked is better than never changing anything there.
    ///
    /// - Parameter onWait: Called once where somebody holds it.
    public init(_ folder: String, onWait: () -> Void = {}) {
        file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        onWait()
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
    }

    public func release() { if file >= 0 { close(file) } }
}
