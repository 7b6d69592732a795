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

    /// All folders that hold files, or folders with files; each once.
    ///
    /// - Parameter paths: Of the files; those of one folder are best handed over together.
    static func folders(of paths: some Sequence<String>) -> [String] {
        var folders: [String] = []
        var seen: Set<String> = []
        var last: String?
        for path in paths {
            let first = folder(of: path)
            guard first != last else { continue }
            last = first
            var next = first
            // Those above a folder that is there are there too.
            while let folder = next, seen.insert(folder).inserted {
                folders.append(folder)
                next = Self.folder(of: folder)
            }
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

    var bytes: [UInt8] { Self.bytes(of: sizes.sorted { bytewise($0.key, $1.key) }.lazy.map { ($0.key, $0.value) }) }

    /// The list of these files.
    ///
    /// - Parameter files: Their paths, in order, and their sizes in bytes.
    static func bytes(of files: some Sequence<(path: String, size: Int)>) -> [UInt8] {
        var body = Array("\(heading)\n".utf8)
        for (path, size) in files {
            body.append(decimal: size)
            body.append(UInt8(ascii: "\t"))
            body.append(contentsOf: path.utf8)
            body.append(UInt8(ascii: "\n"))
        }
        return body + Array("checksum \(Checksum(of: body).text)\n".utf8)
    }

    /// Reads a list, or `nil` where a byte of it is missing or changed.
    init?(parsing bytes: [UInt8]) {
        guard let files = Self.files(in: bytes) else { return nil }
        self.init(files)
    }

    /// - Parameter files: Their paths, each once, and their sizes in bytes.
    init(_ files: [(path: String, size: Int)]) {
        sizes = Dictionary(files.lazy.map { ($0.path, $0.size) }, uniquingKeysWith: { _, last in last })
    }

    /// What stands in a list, in its order.
    private static func files(in bytes: [UInt8]) -> [(path: String, size: Int)]? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[lines.count - 1].isEmpty, lines[0].elementsEqual(heading.utf8) else {
            return nil
        }
        let last = lines[lines.count - 2]
        guard last.elementsEqual("checksum \(Checksum(of: bytes[..<last.startIndex]).text)".utf8) else { return nil }
        var files: [(path: String, size: Int)] = []
        files.reserveCapacity(lines.count)
        for line in lines[1..<(lines.count - 2)] {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
                let size = Int(String(decoding: line[..<tab], as: UTF8.self)),
                let path = String(validating: line[(tab + 1)...], as: UTF8.self)
            else { return nil }
            files.append((path, size))
        }
        return files
    }
}

extension Manifest {
    /// What a folder says about itself.
    enum Finding: Sendable { case none, damaged, intact(Manifest) }

    static func find(in folder: Int32) throws(SystemError) -> Finding {
        guard let bytes = try text(in: folder) else { return .none }
        return Manifest(parsing: bytes).map { .intact($0) } ?? .damaged
    }

    /// What the list of a folder has, in its order; `nil` where there is none, or it is damaged.
    static func files(in folder: Int32) -> [(path: String, size: Int)]? {
        (try? text(in: folder)).flatMap(\.self).flatMap { files(in: $0) }
    }

    /// Empty where it cannot be one.
    private static func text(in folder: Int32) throws(SystemError) -> [UInt8]? {
        let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw SystemError("open the file", path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError("look at the file", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        return Disk.read(file, into: &bytes) == bytes.count ? bytes : []
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
