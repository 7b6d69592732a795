import Glibc
import Synchronization

/// Something that is done while something else goes on, on all cores: how long processors worked on it.
///
/// The clock of the thread is asked before and after, so what other threads do meanwhile is not counted.
final class PartOfStep: Sendable {
    let name: String
    private let nanoseconds = Atomic<Int64>(0)

    init(_ name: String) { self.name = name }

    /// - Parameter body: Must not wait for other tasks: it would go on in another thread.
    func measure<Result>(_ body: () -> Result) -> Result {
        let start = Self.now
        defer { nanoseconds.add(Self.now - start, ordering: .relaxed) }
        return body()
    }

    /// In time of all processors.
    var work: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
