import Diagnostics
import Foundation
import Testing

@testable import Disk

struct ScratchFileTests {
    private func bytes(_ number: Int) -> [UInt8] {
        Array(String(repeating: "page \(number) ", count: number % 50).utf8)
    }

    @Test func `what was put aside comes back, from many tasks at once`() async throws {
        try await TemporaryFolder.with { folder in
            let scratch = try #require(ScratchFile(beside: folder("site")))
            let same = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<500 {
                    group.addTask {
                        let bytes = bytes(number)
                        guard let place = scratch.put(bytes) else { return false }
                        return scratch.bytes(at: place, count: bytes.count) == bytes
                    }
                }
                return await group.allSatisfy(\.self)
            }
            #expect(same)
            #expect(scratch.failure == nil)
        }
    }

    @Test func `nobody sees the file, and only its owner could read it`() async throws {
        try await TemporaryFolder.with { folder in
            let scratch = try #require(ScratchFile(beside: folder("site")))
            #expect(scratch.put([1, 2, 3]) == 0)
            #expect(folder.names().isEmpty)
            var status = stat()
            #expect(fstat(scratch.file, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `a folder that is not there has none`() async throws {
        try await TemporaryFolder.with { folder in #expect(ScratchFile(beside: folder("not/there")) == nil) }
    }

    @Test func `a full disk takes nothing, is not asked again, and is no failure`() async throws {
        try await TemporaryFolder.with { folder in
            let asked = Gate()
            let changes = DiskChanges { _, _ in asked.next() == 2 ? ENOSPC : 0 }
            let scratch = try #require(ScratchFile(beside: folder("site"), changes: changes))
            let first = try #require(scratch.put([1, 2, 3]))
            #expect(scratch.put([4]) == nil)
            #expect(scratch.put([5]) == nil)
            #expect(asked.calls == 2)
            #expect(scratch.bytes(at: first, count: 3) == [1, 2, 3])
            #expect(scratch.failure == nil)
        }
    }

    @Test func `what cannot be read back is spaces, and a failure`() async throws {
        try await TemporaryFolder.with { folder in
            let scratch = try #require(ScratchFile(beside: folder("site")))
            let place = try #require(scratch.put(Array("text".utf8)))
            #expect(ftruncate(scratch.file, 2) == 0)
            #expect(scratch.bytes(at: place, count: 4) == Array("te  ".utf8))
            #expect(
                scratch.failure?.diagnostics.map(\.message) == [
                    "cannot read back what was put aside in \"\(folder.path)\": the disk or network drive reported a fault"
                ])
        }
    }
}
