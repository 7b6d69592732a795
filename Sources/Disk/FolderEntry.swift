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
        guard let stream = fdopendir(file) else {
            let error = SystemError("open the folder", path)
            close(file)
            return .failure(error)
        }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let next = readdir(stream) else { break }
            if let entry = FolderEntry(next, in: file) { entries.append(entry) }
        }
        return errno == 0 ? .success(entries) : .failure(SystemError("read the folder", path))
    }

    private init?(_ entry: UnsafeMutablePointer<dirent>, in folder: Int32) {
        // The name is read where it stands: copying the struct would copy 256 bytes, and more names than fit it exist.
        let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
        let characters = start.assumingMemoryBound(to: UInt8.self)
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        name = Array(UnsafeBufferPointer(start: characters, count: length))
        if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { return nil }
        kind = Kind(type: Int(entry.pointee.d_type)) ?? Kind(statusOf: start, in: folder)
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
