import Glibc

/// Where programs keep what they can do without (XDG Base Directory Specification 0.8).
enum UserCache {
    /// The path of a file in our own folder, which is made where it is missing; `nil` where there is no place for it.
    ///
    /// A folder of somebody else's is none, nor is one into which others may write: they could leave findings there that
    /// nobody found.
    static func path(for name: String) -> String? {
        let given = getenv("XDG_CACHE_HOME").map { String(cString: $0) }
        let root = given.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? Home.folder.map { $0 + "/.cache" }
        guard let root else { return nil }
        let folder = root + "/signpost"
        for path in [root, folder] { mkdir(path, 0o700) }
        return isOurs(folder) ? "\(folder)/\(name)" : nil
    }

    private static func isOurs(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_uid == geteuid() && status.st_mode & (S_IWGRP | S_IWOTH) == 0
            && access(folder, W_OK) == 0
    }
}
