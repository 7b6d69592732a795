import Glibc

/// What a file system says of a file or folder without opening it. Whoever changes one changes its stamp, unless within
/// the same tick of the file system's clock: see ``Sighting``.
public struct FileStamp: Sendable, Hashable {
    enum Kind: UInt8, Sendable { case absent, file, folder, other }

    let kind: Kind
    /// In bytes; of files alone, for what a folder's size means differs between file systems.
    let size: Int
    /// When the contents were changed last, in nanoseconds since 1970.
    let modified: Instant
    /// When anything was changed last, names and permissions included. No program can set this one.
    let changed: Instant
    let inode: UInt64

    static let absent = FileStamp(kind: .absent, size: 0, modified: Instant(), changed: Instant(), inode: 0)

    /// Nanoseconds since 1970.
    struct Instant: Sendable, Hashable {
        var nanoseconds: Int64 = 0

        static var now: Instant {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Instant(time)
        }
    }
}

extension FileStamp {
    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        size = kind == .file ? Int(status.st_size) : 0
        modified = Instant(status.st_mtim)
        changed = Instant(status.st_ctim)
        inode = UInt64(status.st_ino)
    }

    /// The stamp of what a path leads to, links followed.
    static func of(_ path: String, in folder: Int32 = AT_FDCWD) -> FileStamp {
        var status = stat()
        return fstatat(folder, path, &status, 0) == 0 ? FileStamp(status) : .absent
    }

    /// Whether a later change could leave the same stamp, because this one was taken at about the time of the last.
    ///
    /// Two seconds are the tick of the coarsest file system in use (FAT; Microsoft, "FAT General Overview of On-Disk
    /// Format", 1.03, "Date and Time Formats").
    func isYoung(at time: Instant) -> Bool {
        max(modified.nanoseconds, changed.nanoseconds) >= time.nanoseconds - 2_000_000_000
    }
}

extension FileStamp.Instant {
    init(_ time: timespec) { nanoseconds = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}
