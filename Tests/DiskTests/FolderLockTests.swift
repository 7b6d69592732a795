import Glibc
import Synchronization
import Testing

@testable import Disk

struct FolderLockTests {
    /// Counts who is in it.
    private final class Room: Sendable {
        private let people = Atomic(0)

        /// Comes in and leaves after a while.
        func visit() -> Int {
            let now = people.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
            usleep(2000)
            people.wrappingSubtract(1, ordering: .sequentiallyConsistent)
            return now
        }
    }

    @Test func `one after the other has the folder, and nothing is left in it`() async throws {
        try await TemporaryFolder.with { root in
            let room = Room()
            await withTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let lock = FolderLock(root.path)
                        defer { lock.release() }
                        return room.visit()
                    }
                }
                for await people in group { #expect(people == 1) }
            }
            #expect(root.names().isEmpty)
        }
    }

    @Test func `whoever has to wait is told once, and nobody else`() async throws {
        try await TemporaryFolder.with { root in
            let first = FolderLock(root.path) { Issue.record("there was nobody to wait for") }
            async let second = Task.detached {
                var told = 0
                FolderLock(root.path) {
                    told += 1
                    first.release()
                }.release()
                return told
            }.value
            #expect(await second == 1)
        }
    }

    @Test func `a folder that is not there holds nobody up`() async throws {
        try await TemporaryFolder.with { root in
            let locks = [FolderLock(root("nowhere")), FolderLock(root("nowhere"))]
            for lock in locks { lock.release() }
            #expect(root.names().isEmpty)
        }
    }
}
