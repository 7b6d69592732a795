import Parallelism
import Testing

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 63, 64, 65, 10_000])
    func `results stand in the order of the elements`(count: Int) async {
        let numbers = Array(0..<count)
        #expect(await numbers.concurrentMap { $0 * 2 } == numbers.map { $0 * 2 })
    }
}
