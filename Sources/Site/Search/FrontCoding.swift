/// Sorted words, written short.
enum FrontCoding {
    /// - Parameter words: In UTF-8, and in order.
    static func bytes(_ words: [ArraySlice<UInt8>]) -> [UInt8] {
        var out: [UInt8] = []
        var last: ArraySlice<UInt8> = []
        for (place, word) in words.enumerated() {
            if place > 0 { out.append(UInt8(ascii: " ")) }
            let shared = shared(last, word)
            out += String(shared.units, radix: 36).utf8
            out += word.dropFirst(shared.bytes)
            last = word
        }
        return out
    }

    /// How much of its beginning a word shares with another, in UTF-16 units and in bytes. Whole scalars only: half of
    /// one cannot be written.
    private static func shared(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> (units: Int, bytes: Int) {
        var (units, at, start) = (0, 0, 0)
        while at < min(a.count, b.count), a[a.startIndex + at] == b[b.startIndex + at] {
            // A scalar is shared where the byte after its last one is reached.
            let lead = b[b.startIndex + start]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            at += 1
            guard at == start + length else { continue }
            let more = length == 4 ? 2 : 1
            guard units + more < 36 else { break }
            units += more
            start = at
        }
        return (units, start)
    }

    /// Whether a word stands before another in the order of UTF-16 units, in which a script sorts and searches.
    ///
    /// It is that of the bytes, but for what takes four of them: those characters are written with surrogates there, and
    /// so stand before U+E000 to U+FFFF (Unicode Standard, §5.17).
    static func areInOrder(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        for (x, y) in zip(a, b) where x != y { return rank(x) < rank(y) }
        return a.count < b.count
    }

    /// The beginning of a word as a number, in the same order; equal for words that begin alike.
    static func head(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        (0..<8).reduce(0) { $0 << 8 | ($1 < word.count ? UInt64(rank(word[$1])) : 0) }
    }

    /// The lead bytes of U+E000 to U+FFFF behind those of all other characters.
    private static func rank(_ byte: UInt8) -> UInt8 { byte & 0xFE == 0xEE ? byte | 0x10 : byte }
}
