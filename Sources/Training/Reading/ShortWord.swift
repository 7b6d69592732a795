/// A word of at most sixteen bytes, which is compared in one step: the keys of rows, and nearly all ids.
struct ShortWord: Sendable, Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init() {}

    /// `nil` where there are more than sixteen, or where they start with a NUL.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.first != 0 else { return nil }
        for byte in bytes {
            guard append(byte) else { return nil }
        }
    }

    /// For a table of its own; not safe against words that were chosen to collide. The mixing is that of SplitMix64
    /// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    var hash: Int {
        var mixed = low ^ high &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: mixed >> 33)
    }

    /// - Returns: Whether there was room.
    mutating func append(_ byte: UInt8) -> Bool {
        guard high >> 56 == 0 else { return false }
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
        return true
    }
}

extension ShortWord: ExpressibleByStringLiteral {
    init(stringLiteral text: StaticString) {
        self.init()
        text.withUTF8Buffer { bytes in
            for byte in bytes {
                let hasRoom = append(byte)
                precondition(hasRoom, "a key of ours is no longer than sixteen bytes")
            }
        }
    }
}
