import Foundation
import Testing

@testable import Disk

/// Files are put into a folder together, or not at all.
struct StagedFilesTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "staged-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func `nothing is there until all is, and then nothing else`() throws {
        try withFolder { folder in
            let staged = try StagedFiles(in: folder + "/below")
            try staged.add([1], as: "a.zip")
            try staged.add([2], as: "b.zip")
            #expect(try names(folder + "/below") == [".signpost-new", ".signpost-new.lock"])
            try staged.commit(["a.zip", "b.zip"])
            #expect(try names(folder + "/below") == ["a.zip", "b.zip"])
        }
    }

    @Test func `runs at the same time keep out of each other's way, and what is outdated goes with the commit`() throws
    {
        try withFolder { folder in
            let first = try StagedFiles(in: folder, run: "-1")
            try first.add([1], as: "a.zip")
            let second = try StagedFiles(in: folder, run: "-2")
            try second.add([2], as: "b.zip")
            try first.commit(["a.zip"], removing: ["never.zip"])
            try second.commit(["b.zip"], removing: ["a.zip"])
            #expect(try names(folder) == ["b.zip"])
        }
    }

    @Test func `what was there stays where a run is given up, and the next one clears away its rest`() throws {
        try withFolder { folder in
            let first = try StagedFiles(in: folder)
            try first.add(release("1"), as: "a.json")
            try first.commit(["a.json"])
            // What a run leaves that is killed.
            try FileManager.default.createDirectory(
                atPath: folder + "/.signpost-new", withIntermediateDirectories: false)
            try Data(release("2")).write(to: URL(fileURLWithPath: folder + "/.signpost-new/a.json"))
            try Data().write(to: URL(fileURLWithPath: folder + "/.signpost-new.lock"))
            let third = try StagedFiles(in: folder)
            try third.add(release("3"), as: "a.json")
            third.discard()
            #expect(try names(folder) == ["a.json"])
            #expect(FileManager.default.contents(atPath: folder + "/a.json") == Data(release("1")))
        }
    }

    @Test func `runs of one name wait for one another, and none takes what another is writing`() async throws {
        let folder = NSTemporaryDirectory() + "staged-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let contents = (0..<4).map { number in release(String(number)) + [UInt8](repeating: 0x20, count: 100_000) }
        await withThrowingTaskGroup(of: Void.self) { group in
            for bytes in contents {
                group.addTask {
                    let staged = try StagedFiles(in: folder)
                    for name in ["a.json", "b.json"] { try staged.add(bytes, as: name) }
                    try staged.commit(["a.json", "b.json"])
                }
            }
            while let result = await group.nextResult() { #expect(throws: Never.self) { try result.get() } }
        }
        #expect(try names(folder) == ["a.json", "b.json"])
        let files = try ["a.json", "b.json"].map {
            try #require(FileManager.default.contents(atPath: folder + "/" + $0))
        }
        #expect(files[0] == files[1] && contents.map { Data($0) }.contains(files[0]))
    }

    @Test func `what somebody keeps under the name is not replaced`() throws {
        try withFolder { folder in
            let first = try StagedFiles(in: folder)
            try Data("photographs".utf8).write(to: URL(fileURLWithPath: folder + "/a.json"))
            #expect(throws: DiskFailure.self) { try first.add(release("1"), as: "a.json") }
            try first.add(release("1"), as: "b.json")
        }
    }

    private func release(_ version: String) -> [UInt8] {
        Array("{ \"what\": \"something of which there are versions\", \"version\": \(version) }".utf8)
    }
}
