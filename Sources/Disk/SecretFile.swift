import Diagnostics
import Glibc

/// Writes a file that nobody but its owner may read, such as a secret key.
public enum SecretFile {
    /// Makes a new file with the permissions 0600 and sees it onto the disk. A file that is there is never replaced: a
    /// key that is lost cannot be had again. The file has no name until it is whole, and goes with a program that is
    /// ended before.
    ///
    /// A place inside a folder that others get is refused: a content folder, because it is shared and parts of it are
    /// published; a finished site.
    public static func write(_ bytes: [UInt8], to path: String) throws(DiskFailure) {
        let (parent, name) = RealPath.split(RealPath.of(path) ?? path)
        if let place = sharedFolder(around: RealPath.of(parent) ?? parent) {
            throw DiskFailure(
                .unsafeKeyPlace, "\"\(path)\" is inside \(place), and a secret key must not be",
                help: "choose a place that only you can read, such as a folder in your home folder")
        }
        do throws(SystemError) {
            let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { throw SystemError("open the folder", parent) }
            defer { close(folder) }
            let changes = DiskChanges()
            let nameless = openat(folder, ".", O_WRONLY | temporaryFile | O_CLOEXEC, 0o600)
            // Network drives and FAT have no files without a name.
            let file =
                nameless >= 0
                ? nameless : openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw SystemError("make the file", path) }
            defer { close(file) }
            // The process's umask can only take permissions away; this also gives the owner theirs back.
            guard fchmod(file, 0o600) == 0 else { throw SystemError("make the file", path) }
            try changes.write(bytes, to: file, path)
            try changes.flush(file, path)
            if nameless >= 0 {
                guard linkat(AT_FDCWD, "/proc/self/fd/\(file)", folder, name, AT_SYMLINK_FOLLOW) == 0 else {
                    throw SystemError("make the file", path)
                }
            }
            try changes.flush(folder, parent)
        } catch  where error.code == EEXIST {
            throw DiskFailure(
                .unsafeKeyPlace, "\"\(path)\" is there already, and a key is never replaced",
                help: "choose another name; what was signed with the old key needs the old key's public half")
        } catch {
            throw DiskFailure(writing: error)
        }
    }

    /// O_TMPFILE of <fcntl.h>, which Swift does not import.
    static let temporaryFile: Int32 = 0o20_200_000

    /// What stands at or above a folder and is shared with others, in words.
    private static func sharedFolder(around folder: String) -> String? {
        var at = folder
        while true {
            if exists("\(at)/signpost.yaml") { return "the content folder \"\(at)\"" }
            if exists("\(at)/.signpost/manifest") { return "the site \"\(at)\"" }
            let (parent, name) = RealPath.split(at)
            guard !name.isEmpty, parent != at else { return nil }
            at = parent
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
