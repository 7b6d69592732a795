import Foundation

/// A folder of a test's own, removed when the test ends.
struct TemporaryFolder: Sendable {
    let path: String

    static func with<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "signpost-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(TemporaryFolder(path: url.resolvingSymlinksInPath().path(percentEncoded: false)))
    }

    func callAsFunction(_ relative: String) -> String { path + "/" + relative }

    func folder(_ relative: String) throws {
        try FileManager.default.createDirectory(atPath: self(relative), withIntermediateDirectories: true)
    }

    func write(_ text: String, to relative: String) throws {
        try folder((relative as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: self(relative)))
    }

    func link(_ relative: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(relative), withDestinationPath: target)
    }

    func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: self(relative)) }

    func rename(_ old: String, to new: String) throws {
        try FileManager.default.moveItem(atPath: self(old), toPath: self(new))
    }

    func text(_ relative: String) -> String? {
        FileManager.default.contents(atPath: self(relative)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in the folder itself, sorted, hidden ones too.
    func names() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    /// Every file below a sub-folder, with its text.
    func files(below relative: String) -> [String: String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: self(relative))) ?? []
        return paths.reduce(into: [:]) { files, path in
            files[path] = text(relative + "/" + path)
        }
    }

    func inode(_ relative: String) throws -> UInt64 {
        try #require(FileManager.default.attributesOfItem(atPath: self(relative))[.systemFileNumber] as? UInt64)
    }

    func mode(_ relative: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: self(relative))[.posixPermissions] as? Int)
    }
}

import Testing
