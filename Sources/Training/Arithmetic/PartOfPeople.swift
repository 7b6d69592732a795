import Parallelism

/// People who stand side by side in the list: what one core looks at, at a time.
enum PartOfPeople {
    /// What is kept of so many people fits into the cache of a core.
    static let size = 16_384

    /// What is made of each part of `count` people, on all cores.
    static func map<Part: Sendable>(
        _ count: Int, _ transform: @escaping @Sendable (_ people: Range<Int>) -> Part
    ) async -> [Part] {
        await Array(stride(from: 0, to: count, by: size)).concurrentMap(chunk: 1) { start in
            transform(start..<min(start + size, count))
        }
    }
}
