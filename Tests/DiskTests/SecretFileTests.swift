import Diagnostics
import Foundation
import Testing

@testable import Disk

struct SecretFileTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "signpost-secret-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.resolvingSymlinksInPath().path(percentEncoded: false))
    }

    private func refusal(_ path: String) -> [String] {
        do {
            try SecretFile.write([1], to: path)
            return []
        } catch {
            return error.diagnostics.map(\.code.id)
        }
    }

    @Test func `only its owner may read it`() throws {
        try inFolder { folder in
            try SecretFile.write([1, 2, 3], to: folder + "/key")
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/key")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(FileManager.default.contents(atPath: folder + "/key") == Data([1, 2, 3]))
        }
    }

    @Test func `a file that is there stays as it is`() throws {
        try inFolder { folder in
            try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/key"))
            #expect(refusal(folder + "/key") == ["SP202"])
            #expect(FileManager.default.contents(atPath: folder + "/key") == Data("old".utf8))
        }
    }

    @Test(arguments: ["signpost.yaml", ".signpost/manifest"], ["", "/deep/er"])
    func `a content folder and a site are refused, at any depth and through a link`(_ mark: String, _ below: String)
        throws
    {
        try inFolder { folder in
            let files = FileManager.default
            try files.createDirectory(atPath: folder + "/shared/.signpost", withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: folder + "/shared/" + mark))
            try files.createDirectory(atPath: folder + "/shared" + below, withIntermediateDirectories: true)
            try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/shared" + below)
            for path in ["/shared\(below)/key", "/link/key"] {
                #expect(refusal(folder + path) == ["SP202"])
                #expect(!files.fileExists(atPath: folder + path))
            }
            #expect(refusal(folder + "/key").isEmpty)
        }
    }

    @Test func `a folder that is not there is named`() throws {
        try inFolder { folder in
            #expect(refusal(folder + "/nowhere/key") == ["SP103"])
        }
    }
}
