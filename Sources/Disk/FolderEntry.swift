import CLinux
import Glibc

/// One name in a folder, with what it is; links are not followed.
struct FolderEntry: Sendable, Hashable {
    enum Kind: Sendable { case file, folder, link, special }

    /// The bytes of the name, which Linux does not require to be UTF-8.
    let name: [UInt8]
    let kind: Kind

    /// The name as text, or `nil` where it is not UTF-8.
    var text: String? { String(validating: name, as: UTF8.self) }
}

extension FolderEntry {
    /// Everything in the folder at `path` below the open folder `root`, in the order of the disk.
    static func list(root: Int32, path: String) -> Result<[FolderEntry], SystemError> {
        let file = openat(root, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return .failure(SystemError("open the folder", path)) }
        defer { close(file) }
        guard let entries = list(of: file) else { return .failure(SystemError("read the folder", path)) }
        return .success(entries)
    }

    /// Everything in an open folder from which nobody has read yet, in the order of the disk; `nil` with `errno` set.
    ///
    /// `readdir` says the same, but takes 32 KiB for each folder and asks about it twice.
    static func list(of folder: Int32) -> [FolderEntry]? {
        withUnsafeTemporaryAllocation(byteCount: 8 << 10, alignment: 8) { buffer in
            var entries: [FolderEntry] = []
            while true {
                let count = getdents64(folder, buffer.baseAddress, UInt(buffer.count))
                guard count > 0 else { return count == 0 ? entries : nil }
                var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                while let length = length(ofFirst: rest) {
                    if let entry = FolderEntry(rest, in: folder) { entries.append(entry) }
                    rest = UnsafeRawBufferPointer(rebasing: rest[length...])
                }
            }
        }
    }

    // `struct linux_dirent64` (getdents64(2)): inode and offset in eight bytes each, the length of all in two, the type in
    // one, and the name with a zero at its end.

    private static func length(ofFirst entries: UnsafeRawBufferPointer) -> Int? {
        guard entries.count > 19 else { return nil }
        let length = Int(entries.loadUnaligned(fromByteOffset: 16, as: UInt16.self))
        return (20...entries.count).contains(length) ? length : nil
    }

    private init?(_ entry: UnsafeRawBufferPointer, in folder: Int32) {
        guard let start = entry.baseAddress.map({ $0 + 19 }) else { return nil }
        let length = strnlen(start.assumingMemoryBound(to: CChar.self), entry.count - 19)
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { return nil }
        name = Array(bytes)
        kind = Kind(type: Int(entry[18])) ?? Kind(statusOf: start, in: folder)
    }
}

extension FolderEntry.Kind {
    /// From `d_type`, or `nil` where the file system does not fill it in.
    fileprivate init?(type: Int) {
        switch type {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        case Int(DT_UNKNOWN): return nil
        default: self = .special
        }
    }

    fileprivate init(statusOf name: UnsafeRawPointer, in folder: Int32) {
        var status = stat()
        guard fstatat(folder, name.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            self = .special
            return
        }
        self.init(mode: status.st_mode)
    }

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .special
        }
    }
}
