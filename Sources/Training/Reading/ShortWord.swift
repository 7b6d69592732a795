/// A word of at most sixteen bytes, which is compared in one step: the keys of rows.
struct ShortWord: Sendable, Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

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
