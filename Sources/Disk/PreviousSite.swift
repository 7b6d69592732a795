import Glibc

/// The site that the output folder holds before a build.
struct PreviousSite: Sendable {
    /// The open output folder.
    let folder: Int32
    let manifest: Manifest
    /// False for a folder that was empty.
    let hasManifest: Bool
    /// Files that are not on the list, as far as somebody looked: see ``FolderContents/isDesktops(_:)``.
    var desktops: [String] = []

    /// A file of the site, where it still has its size.
    func bytes(of path: String, size: Int) throws(SystemError) -> [UInt8]? {
        let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw SystemError("open the file", path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: size + 1)
        guard Disk.read(file, into: &bytes) == size else { return nil }
        bytes.removeLast()
        return bytes
    }

    /// Whether the site has this file, byte for byte.
    func holds(_ wanted: OutputFile) -> Bool {
        guard manifest.sizes[wanted.path] == wanted.bytes.count else { return false }
        let file = openat(folder, wanted.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            Int(status.st_size) == wanted.bytes.count
        else { return false }
        return wanted.bytes.withUnsafeBytes { isEqual(file, $0) }
    }

    private func isEqual(_ file: Int32, _ wanted: UnsafeRawBufferPointer) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
            var done = 0
            while done < wanted.count {
                let count = Glibc.read(file, buffer.baseAddress, min(buffer.count, wanted.count - done))
                if count < 0, errno == EINTR { continue }
                guard count > 0, let mine = buffer.baseAddress, let theirs = wanted.baseAddress,
                    memcmp(mine, theirs + done, count) == 0
                else { return false }
                done += count
            }
            return true
        }
    }
}
