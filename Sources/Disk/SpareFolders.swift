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
    /// A folder stands before those that it holds.
    let paths: [String]

    /// Those that lie in no other.
    var outermost: [String] { paths.filter { !$0.utf8.contains(UInt8(ascii: "/")) } }

    /// What is in an open folder, where that is folders alone, all of them with the owner and the permissions of a folder
    /// that is made anew; `nil` otherwise.
    static func found(in root: Int32) async -> SpareFolders? {
        guard let outermost = names(in: root), !outermost.contains(Manifest.folder) else { return nil }
        let trees = await outermost.concurrentMap(chunk: 1) { name -> [String]? in
            var paths: [String] = []
            return add(name, in: root, as: name, depth: 1, to: &paths) ? paths : nil
        }
        guard !trees.contains(nil) else { return nil }
        return SpareFolders(paths: trees.flatMap { $0 ?? [] })
    }

    /// No site is as deep; each level is an open folder.
    private static let deepest = 100

    /// Adds a folder and all those below it, each opened from the one that holds it, which costs less than whole paths.
    ///
    /// To note that somebody has read a folder that was changed since is a change of the disk, and nobody needs it
    /// (`O_NOATIME`; for folders of others it is refused, and they cannot be used anyway).
    private static func add(
        _ name: String, in holder: Int32, as path: String, depth: Int, to paths: inout [String]
    ) -> Bool {
        let noAccessTime: Int32 = 0o1000000  // O_NOATIME, <fcntl.h>
        let file = openat(holder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | noAccessTime)
        guard file >= 0 else { return false }
        defer { close(file) }
        guard depth <= deepest, isAsMade(file), let names = names(in: file) else { return false }
        paths.append(path)
        return names.allSatisfy {
            add($0, in: file, as: path.appending(path: $0), depth: depth + 1, to: &paths)
        }
    }

    /// The folders in an open folder; `nil` where there is anything else.
    private static func names(in folder: Int32) -> [String]? {
        guard let entries = FolderEntry.list(of: folder) else { return nil }
        var names: [String] = []
        for entry in entries {
            guard entry.kind == .folder, let name = entry.text else { return nil }
            names.append(name)
        }
        return names
    }

    /// Whoever gave a folder of the site other permissions did so until the next build, which makes it anew.
    private static func isAsMade(_ folder: Int32) -> Bool {
        var status = stat()
        return fstat(folder, &status) == 0 && status.st_mode & 0o7777 == 0o755 && status.st_uid == geteuid()
    }
}
