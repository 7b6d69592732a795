import Foundation
import Synchronization
import Testing

@testable import Disk

/// Counts the calls that change the disk and acts at one of them.
final class Gate: Sendable {
    private let count = Mutex(0)

    var calls: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock { count in
            count += 1; return count
        }
    }
}

/// Lets a process of its own write a site, and ends it at one of the calls that change the disk, or behind the last.
func expectEnd(at step: Int, of writer: SiteWriter, writing files: [String: String], to folder: String) async {
    let keepsFolders = writer.keepsFolders
    await #expect(processExitsWith: .signal(SIGKILL)) {
        [
            step = step as Int, files = files as [String: String], folder = folder as String,
            keepsFolders = keepsFolders as Bool
        ] in
        let gate = Gate()
        var killed = SiteWriter(sources: [], home: nil)
        killed.keepsFolders = keepsFolders
        killed.changes.gate = { _, _ in gate.next() == step ? kill(getpid(), SIGKILL) : 0 }
        _ = try await killed.write(site(files), to: folder)
        kill(getpid(), SIGKILL)
    }
}
