import Glibc

/// The list that a finished site carries of what Signpost made in it, so that nothing else is ever deleted.
///
/// Text: a heading, a line `<size in bytes><tab><path>` for each file in the order of the paths' bytes, and a last line
/// with a checksum. It holds no times and no versions: the same site has the same list on every machine.
struct Manifest: Sendable, Hashable {
    /// The size in bytes of each file by its path.
    let sizes: [String: Int]

    static let folder = ".signpost"
    static let path = ".signpost/manifest"
    private static let heading = "signpost-manifest 1"

    init(sizes: [String: Int]) { self.sizes = sizes }

    init(of files: [OutputFile]) {
        sizes = Dictionary(files.map { ($0.path, $0.bytes.count) }, uniquingKeysWith: { first, _ in first })
    }

    init(of files: Arrivals) {
        sizes = Dictionary(files.all.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
    }

    /// All folders that hold files, or folders with files.
    ///
    /// - Parameter paths: Of the files; those of one folder are best handed over together.
    static func folders(of paths: some Sequence<String>) -> Set<String> {
        var folders: Set<String> = []
        var last: String?
        for path in paths {
            let first = folder(of: path)
            guard first != last else { continue }
            last = first
            var next = first
            // Those above a folder that is there are there too.
            while let folder = next, folders.insert(folder).inserted { next = Self.folder(of: folder) }
        }
        return folders
    }

    /// The folder that holds a path; `nil` at the top.
    static func folder(of path: String) -> String? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
    }

    /// The folders above a path, the outermost first.
    static func folders(above path: String) -> [String] {
        path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
    }

    var bytes: [UInt8] {
        var text = Self.heading + "\n"
        for (path, size) in sizes.sorted(by: { bytewise($0.key, $1.key) }) { text += "\(size)\t\(path)\n" }
        let body = Array(text.utf8)
        return body + Array("checksum \(Checksum(of: body).text)\n".utf8)
    }

    /// Reads a list, or `nil` where a byte of it is missing or changed.
    init?(parsing bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[lines.count - 1].isEmpty, lines[0].elementsEqual(Self.heading.utf8) else {
            return nil
        }
        let last = lines[lines.count - 2]
        guard last.elementsEqual("checksum \(Checksum(of: bytes[..<last.startIndex]).text)".utf8) else { return nil }
        var sizes: [String: Int] = [:]
        for line in lines[1..<(lines.count - 2)] {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
                let size = Int(String(decoding: line[..<tab], as: UTF8.self)),
                let path = String(validating: line[(tab + 1)...], as: UTF8.self)
            else { return nil }
            sizes[path] = size
        }
        self.sizes = sizes
    }
}

extension Manifest {
    /// What a folder says about itself.
    enum Finding: Sendable { case none, damaged, intact(Manifest) }

    static func find(in folder: Int32) throws(SystemError) -> Finding {
        let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return .none }
            throw SystemError("open the file", path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError("look at the file", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .damaged }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        guard Disk.read(file, into: &bytes) == bytes.count else { return .damaged }
        return Manifest(parsing: bytes).map { .intact($0) } ?? .damaged
    }
}

/// Fills `buffer` as far as the file reaches.
///
/// - Returns: how many bytes were read, or -1 with `errno` set.
func read(_ file: Int32, into buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
        var done = 0
        while done < bytes.count {
            let count = Glibc.read(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if count == 0 { break }
            if count > 0 { done += count } else if errno != EINTR { return -1 }
        }
        return done
    }
}
