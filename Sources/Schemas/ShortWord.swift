/// A word of at most sixteen bytes, which is compared in one step: the keys of rows, and nearly all ids.
public struct ShortWord: Sendable, Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    public init() {}

    /// `nil` where there are more than sixteen, or where they start with a NUL.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 16, let start = UnsafeRawPointer(bytes.baseAddress), bytes.first != 0 else {
            if bytes.isEmpty { return }
            return nil
        }
        switch bytes.count {
        case 9...:
            high = Self.eight(start, 0) >> UInt64(8 * (16 - bytes.count))
            low = Self.eight(start, bytes.count - 8)
        case 4...8:
            // The two halves overlap where there are fewer than eight, and say the same there.
            low = Self.four(start, 0) << UInt64(8 * (bytes.count - 4)) | Self.four(start, bytes.count - 4)
        default:
            for byte in bytes { low = low << 8 | UInt64(byte) }
        }
    }

    /// The first bytes of a text.
    ///
    /// - Parameters:
    ///   - first: Eight bytes, the first one lowest.
    ///   - second: The eight behind them.
    ///   - count: How many belong to the word, at most sixteen; the first of them is no NUL.
    public init(_ first: UInt64, _ second: UInt64, count: Int) {
        if count <= 8 {
            low = first.byteSwapped >> UInt64(64 - 8 * count)
        } else {
            let shift = UInt64(8 * (16 - count))
            high = first.byteSwapped >> shift
            low = first.byteSwapped << (64 - shift) | second.byteSwapped >> shift
        }
    }

    public init?(_ text: String) {
        let word: ShortWord?? = text.utf8.withContiguousStorageIfAvailable { ShortWord($0) }
        if let word {
            guard let word else { return nil }
            self = word
        } else {
            guard text.utf8.first != 0 else { return nil }
            for byte in text.utf8 {
                guard append(byte) else { return nil }
            }
        }
    }

    private static func eight(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private static func four(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(UInt32(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    /// Where it belongs in a table of `size` places, a power of two. Not safe against words that were chosen to collide.
    /// The mixing is that of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
    /// 2014).
    public func slot(of size: Int) -> Int {
        var mixed = low ^ high &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: mixed >> 33) & (size - 1)
    }

    /// How many bytes it has.
    public var count: Int { 16 - (high == 0 ? 64 + low.leadingZeroBitCount : high.leadingZeroBitCount) / 8 }

    public var text: String {
        let bytes = (0..<count).reversed().map { place in
            UInt8(truncatingIfNeeded: (place < 8 ? low : high) >> UInt64(8 * (place & 7)))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Returns: Whether there was room.
    public mutating func append(_ byte: UInt8) -> Bool {
        guard high >> 56 == 0 else { return false }
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
        return true
    }
}

extension ShortWord: ExpressibleByStringLiteral {
    public init(stringLiteral text: StaticString) {
        self.init()
        text.withUTF8Buffer { bytes in
            for byte in bytes {
                let hasRoom = append(byte)
                precondition(hasRoom, "a key of ours is no longer than sixteen bytes")
            }
        }
    }
}
