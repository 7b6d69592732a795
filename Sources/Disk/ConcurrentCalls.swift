import Parallelism

extension Array where Element: Sendable {
    /// Does something as short as a system call with every element, on as many cores as there are; the results stand in
    /// the order of the elements.
    ///
    /// For elements as short as this it counts that the way from one to the next is compiled for their type, here, and not
    /// for any type, elsewhere.
    func concurrentCalls<Result: Sendable>(_ call: @escaping @Sendable (Element) -> Result) async -> [Result] {
        let runs = stride(from: 0, to: count, by: 256).map { self[$0..<Swift.min($0 + 256, count)] }
        return await runs.concurrentMap(chunk: 1) { $0.map(call) }.flatMap(\.self)
    }
}
