import Glibc

/// A system call that failed: which one, on what, and why.
struct SystemError: Error, Sendable, Hashable {
    /// What was being done, in plain English: `write the file`.
    let action: String
    let path: String
    /// The value of `errno`.
    let code: Int32

    /// Takes `errno` as it stands: make it before any other call.
    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// The reason in words that a person who does not know POSIX can act on.
    var reason: String {
        switch code {
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EIO: "the disk or network drive reported a fault"
        case EACCES, EPERM: "permission was denied"
        case EROFS: "the disk is read-only"
        case EMFILE, ENFILE: "too many files are open at once"
        case ENOENT: "it is not there"
        case ENOTDIR: "a file stands where a folder is needed"
        case EISDIR: "a folder stands where a file is needed"
        case EBUSY: "it is in use, or it is the top of a mounted disk"
        case EXDEV: "it is on another disk"
        case ELOOP: "a link leads round in a circle or stands in the way"
        case ENAMETOOLONG: "the name or the path is too long"
        case EFBIG: "the file would be larger than this disk allows"
        case ESTALE, ETIMEDOUT, ENOTCONN: "the network drive went away"
        case ENOMEM: "the computer is out of memory"
        default: String(cString: strerror(code))
        }
    }

    /// What usually puts it right, where that is known.
    var remedy: String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space and run the command again"
        case EACCES, EPERM: "check who owns the file and its folder"
        case EROFS: "choose a folder on a disk that can be written"
        case EMFILE, ENFILE: "close other programs, or raise the limit with `ulimit -n 4096`"
        case EBUSY: "name a folder inside it instead"
        case EIO, ESTALE, ETIMEDOUT, ENOTCONN: "check the disk or the connection and run the command again"
        default: nil
        }
    }
}
