import Testing

@testable import Site

@Suite struct CircleTests {
    @Test(arguments: [
        ([1: [2], 2: [3], 3: []], []),
        ([1: [1]], [[1]]),
        ([1: [2], 2: [3], 3: [1]], [[1, 2, 3]]),
        ([1: [2], 2: [3], 3: [2]], [[2, 3]]),
        ([1: [2, 3], 2: [4], 3: [4], 4: []], []),
        ([1: [2], 2: [1], 3: [4], 4: [3]], [[1, 2], [3, 4]]),
        ([1: [9], 9: []], []),
    ])
    func `each circle is found once`(edges: [Int: [Int]], circles: [[Int]]) {
        #expect(Circle.all(among: edges.keys.sorted()) { edges[$0] ?? [] } == circles)
    }

    @Test func `a long chain is walked without deep calls`() {
        let count = 200_000
        #expect(Circle.all(among: Array(0..<count)) { $0 + 1 < count ? [$0 + 1] : [] }.isEmpty)
    }
}
