import Synchronization

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
