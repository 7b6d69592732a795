/// Eight bytes of a reading in one number, the first in the lowest place, looked at all at once: each byte in its own lane
/// (Lamport, "Multiple byte processing with full-word instructions", CACM 18, 1975).
///
/// Most words have no more letters, so that their end is found, and their first look-up made, without going from letter to
/// letter.
struct EightBytes {
    static let count = 8

    private let bytes: UInt64

    /// Those at a place; zeros behind the end.
    @inline(__always)
    init(_ reading: UnsafeBufferPointer<UInt8>, at place: Int) {
        if place + Self.count <= reading.count {
            let raw = UnsafeRawBufferPointer(reading)
            bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        } else {
            bytes = reading[place...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// The first ones, with zeros in place of the others.
    ///
    /// - Parameter count: At most ``count``.
    @inline(__always)
    func first(_ count: Int) -> UInt64 { bytes & ~(~0 << UInt64(8 * count)) }
}

extension EightBytes {
    /// How many letters they begin with: `a` to `z`, and whatever is not ASCII.
    @inline(__always)
    var letterPrefix: Int {
        let low = bytes & ~Self.high
        let isLetter = (low &+ Self.upTo(UInt8(ascii: "a"))) & ~(low &+ Self.upTo(UInt8(ascii: "z") + 1)) | bytes
        return (~isLetter & Self.high).trailingZeroBitCount >> 3
    }

    /// The bytes of a file as ``Alphabet/simple`` reads them, and how many come before the first that needs a closer look.
    /// What stands from there on means nothing.
    @inline(__always)
    var readPlainly: (letters: UInt64, count: Int) {
        let low = bytes & ~Self.high
        let isCapital = (low &+ Self.upTo(UInt8(ascii: "A"))) & ~(low &+ Self.upTo(UInt8(ascii: "Z") + 1)) & Self.high
        let isControl = ~(low &+ Self.upTo(0x09)) | Self.zeros(low ^ Self.ones &* 0x0D) | (low &+ Self.upTo(0x7F))
        // "%" and "&" stand side by side, and "<" and ">" differ in one bit.
        let isMark =
            (low &+ Self.upTo(UInt8(ascii: "%"))) & ~(low &+ Self.upTo(UInt8(ascii: "&") + 1))
            | Self.zeros((low | Self.ones &* 0x02) ^ Self.ones &* UInt64(UInt8(ascii: ">")))
            | Self.zeros(low ^ Self.ones &* UInt64(UInt8(ascii: "\\")))
        let needsLook = (bytes | isControl | isMark) & Self.high
        return (bytes | isCapital >> 2, needsLook.trailingZeroBitCount >> 3)
    }

    /// Sets the highest bit of each lane, below 0x80, that is 0.
    @inline(__always)
    private static func zeros(_ lanes: UInt64) -> UInt64 { ~(lanes &+ (~high)) }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// What sets the highest bit of each lane whose byte, below 0x80, is this one or above it.
    @inline(__always)
    private static func upTo(_ byte: UInt8) -> UInt64 { (0x80 - UInt64(byte)) &* ones }
}
