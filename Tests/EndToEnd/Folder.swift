import Foundation

/// A folder on the disk, for tests.
struct Folder: Sendable {
    let path: String

    /// A folder of the test's own, removed when the body ends.
    static func temporary<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "signpost-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(Folder(path: url.resolvingSymlinksInPath().path(percentEncoded: false)))
    }

    func callAsFunction(_ relative: String) -> String { path + "/" + relative }

    func folder(_ relative: String) -> Folder { Folder(path: self(relative)) }

    func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: self(relative)) }

    func bytes(_ relative: String) -> [UInt8]? { FileManager.default.contents(atPath: self(relative)).map(Array.init) }

    func text(_ relative: String) -> String? { bytes(relative).map { String(decoding: $0, as: UTF8.self) } }

    func write(_ bytes: [UInt8], to relative: String) throws {
        let url = URL(fileURLWithPath: self(relative))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ text: String, to relative: String) throws { try write(Array(text.utf8), to: relative) }

    /// The text of a file with more at its end.
    func text(_ relative: String, adding more: String) -> String { (text(relative) ?? "") + more }

    func rename(_ old: String, to new: String) throws {
        try FileManager.default.moveItem(atPath: self(old), toPath: self(new))
    }

    func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: self(relative)) }

    /// Lays all files of another folder over this one.
    func add(_ other: Folder, under relative: String) throws {
        for (path, bytes) in other.files() { try write(bytes, to: relative + "/" + path) }
    }

    /// The names of the folders in this one, sorted.
    func subfolders() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: self(name), isDirectory: &isFolder) && isFolder.boolValue
        }.sorted()
    }

    /// Every file below this folder with its bytes; the program's own list of files is left out.
    func files() -> [String: [UInt8]] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return paths.filter { !$0.hasPrefix(".signpost/") }.reduce(into: [:]) { files, path in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: self(path), isDirectory: &isFolder), !isFolder.boolValue
            else { return }
            files[path] = bytes(path)
        }
    }

    /// When each file and folder below this one was changed, and which inode it is, in nanoseconds' truth.
    func stamps() throws -> [String: Stamp] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: path) + ["."]
        return try paths.reduce(into: [:]) { stamps, path in
            let attributes = try FileManager.default.attributesOfItem(atPath: self(path))
            stamps[path] = Stamp(
                changed: attributes[.modificationDate] as? Date, inode: attributes[.systemFileNumber] as? UInt64)
        }
    }

    struct Stamp: Hashable {
        let changed: Date?
        let inode: UInt64?
    }
}

extension Folder {
    /// The folder of these tests in the source tree.
    static let tests = Folder(path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path)
    static let repository = Folder(
        path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path)
}
