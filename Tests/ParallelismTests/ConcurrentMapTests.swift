import Parallelism
import Synchronization
import Testing

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 63, 64, 65, 10_000])
    func `results stand in the order of the elements`(count: Int) async {
        let numbers = Array(0..<count)
        #expect(await numbers.concurrentMap { $0 * 2 } == numbers.map { $0 * 2 })
    }

    @Test(arguments: [0, 1, 63, 64, 65, 10_000])
    func `results of what is drained stand in the order of the elements, and nothing is left`(count: Int) async {
        var numbers = Array(0..<count)
        #expect(await numbers.concurrentDrain { $0 * 2 } == (0..<count).map { $0 * 2 })
        #expect(numbers.isEmpty)
    }

    /// How many loads there are, and how few there were at any time.
    private final class Scales: Sendable {
        let now = Atomic(0)
        let fewest = Atomic(Int.max)
    }

    private final class Load: Sendable {
        let scales: Scales

        init(on scales: Scales) {
            self.scales = scales
            scales.now.add(1, ordering: .relaxed)
        }

        deinit { scales.now.subtract(1, ordering: .relaxed) }

        func look() { scales.fewest.min(scales.now.load(ordering: .relaxed), ordering: .relaxed) }
    }

    @Test func `what is drained is let go of before the rest is transformed`() async {
        let scales = Scales()
        var loads = (0..<10_000).map { _ in Load(on: scales) }
        _ = await loads.concurrentDrain { $0.look() }
        #expect(scales.fewest.load(ordering: .relaxed) < 5_000)
    }
}
