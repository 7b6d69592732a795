extension Array where Element: Sendable {
    /// Transforms every element, on as many cores as there are; the results stand in the order of the elements.
    ///
    /// Elements are handed out in runs of `chunk`, because a task for each would cost more than the work of a page.
    ///
    /// - Parameter chunk: How many elements one task takes at a time. 64 pages are about a millisecond of work.
    public func concurrentMap<Result: Sendable>(
        chunk: Int = 64, _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        guard count > chunk else { return map(transform) }
        let starts = Swift.Array(stride(from: 0, to: count, by: chunk))
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for (place, start) in starts.enumerated() {
                let run = self[start..<Swift.min(start + chunk, count)]
                group.addTask { (place, run.map(transform)) }
            }
            var runs = [[Result]](repeating: [], count: starts.count)
            for await (place, results) in group { runs[place] = results }
            return runs.flatMap(\.self)
        }
    }

    /// Takes out all elements and transforms each, on as many cores as there are; the results stand in their order.
    ///
    /// A run of elements is let go of as soon as it is transformed, so that what comes out can take the memory of what
    /// went in, where nobody else holds it.
    ///
    /// - Parameter chunk: How many elements one task takes at a time.
    public mutating func concurrentDrain<Result: Sendable>(
        chunk: Int = 64, _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        var rest = stride(from: 0, to: count, by: chunk).reversed().map {
            Swift.Array(self[$0..<Swift.min($0 + chunk, count)])
        }
        removeAll()
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            var runs = [[Result]](repeating: [], count: rest.count)
            var next = 0
            // The task is the only one that holds its run, and ends with it.
            while let run = rest.popLast() {
                group.addTask { [next] in (next, run.map(transform)) }
                next += 1
            }
            for await (place, results) in group { runs[place] = results }
            return runs.flatMap(\.self)
        }
    }
}
