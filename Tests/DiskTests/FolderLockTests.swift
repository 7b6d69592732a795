import Synchronization
import Testing

@testable import Disk

struct FolderLockTests {
    @Test func `one after the other has the folder, and nothing is left in it`() async throws {
        try await TemporaryFolder.with { root in
            let inside = Atomic(0)
            await withTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let lock = FolderLock(root.path)
                        defer { lock.release() }
                        let now = inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
                        try? await Task.sleep(for: .milliseconds(2))
                        inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
                        return now
                    }
                }
                for await most in group { #expect(most == 1) }
            }
            #expect(root.names().isEmpty)
        }
    }

    @Test func `a folder that is not there holds nobody up`() async throws {
        try await TemporaryFolder.with { root in
            let locks = [FolderLock(root("nowhere")), FolderLock(root("nowhere"))]
            for lock in locks { lock.release() }
        }
    }
}
