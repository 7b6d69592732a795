import Glibc
import Parallelism

/// The folders of the site that was there before, emptied, which the next site is put together in.
///
/// To make a folder for each page and to take it away again is most of what a small change of a large site costs: ext4
/// gives no inode out again that was freed in the last minutes, and looks at all of them for each new folder
/// (`recently_deleted`, fs/ext4/ialloc.c). Second names for files cost next to nothing beside that.
///
/// No file is kept, and no folder that the site in place does not have: nothing of a page that was withdrawn stays on
/// the disk. The folders may be deleted at any time. They are looked through before they are used, and where there is
/// anything in them they are not.
struct SpareFolders: Sendable {
    /// Level by level.
    let paths: [String]

    /// Those that lie in no other.
    var outermost: [String] { paths.filter { !$0.utf8.contains(UInt8(ascii: "/")) } }

    /// What is in an open folder, where that is folders alone, all of them with the owner and the permissions of a folder
    /// that is made anew; `nil` otherwise. The list of a site is not looked at.
    static func found(in root: Int32) async -> SpareFolders? {
        var all: [String] = []
        var level = [""]
        while !level.isEmpty {
            let parts = await level.concurrentMap { folders(in: $0, below: root) }
            level = []
            for part in parts {
                guard let part else { return nil }
                level += part
            }
            all += level
        }
        return SpareFolders(paths: all)
    }

    private static func folders(in path: String, below root: Int32) -> [String]? {
        let file = openat(root, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard path.isEmpty || isAsMade(file), let entries = FolderEntry.list(of: file) else { return nil }
        var folders: [String] = []
        for entry in entries {
            guard entry.kind == .folder, let name = entry.text else { return nil }
            if !path.isEmpty || name != Manifest.folder { folders.append(path.appending(path: name)) }
        }
        return folders
    }

    /// Whoever gave a folder of the site other permissions did so until the next build, which makes it anew.
    private static func isAsMade(_ folder: Int32) -> Bool {
        var status = stat()
        return fstat(folder, &status) == 0 && status.st_mode & 0o7777 == 0o755 && status.st_uid == geteuid()
    }
}
