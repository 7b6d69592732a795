extension [UInt8] {
    /// A number of `count` bytes, the most significant first; `nil` beyond the end.
    func bigEndian(at start: Int, _ count: Int) -> Int? {
        guard start >= 0, start <= self.count - count else { return nil }
        return self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of `count` bytes, the least significant first; `nil` beyond the end.
    func littleEndian(at start: Int, _ count: Int) -> Int? {
        guard start >= 0, start <= self.count - count else { return nil }
        return self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func holds(_ mark: some Collection<UInt8>, at start: Int) -> Bool {
        start >= 0 && start <= count - mark.count && self[start..<start + mark.count].elementsEqual(mark)
    }
}
