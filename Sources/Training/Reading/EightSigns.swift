/// Eight bytes of a text, looked at in a few steps: a sum in each byte overflows into its highest bit where something
/// is true of it. (Warren, "Hacker's Delight", 2nd edition, 6-1, "Find first 0-byte".)
struct EightSigns: Equatable {
    /// The first sign in the lowest byte.
    let bytes: UInt64

    private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    init(_ bytes: UInt64) { self.bytes = bytes }

    /// - Precondition: There are eight.
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        self.bytes = UInt64(littleEndian: bytes)
    }

    /// What stands behind the end of the text is NUL here.
    init(padded text: UnsafeBufferPointer<UInt8>, at index: Int) {
        if index + 8 <= text.count {
            self.init(text, at: index)
        } else {
            self.init(text[min(index, text.count)...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    /// The first `count` of them, at most eight, and NUL for the others.
    func first(_ count: Int) -> EightSigns { EightSigns(bytes & ~(~0 << UInt64(8 * count))) }

    /// How many stand before the first of a kind; 8 where there is none.
    func count(before sign: UInt8) -> Int { all(sign).trailingZeroBitCount / 8 }

    /// The same for the first of any of three kinds.
    func count(before a: UInt8, or b: UInt8, or c: UInt8) -> Int {
        (all(a) | all(b) | all(c)).trailingZeroBitCount / 8
    }

    /// In the highest bit of each byte, whether it is this sign.
    private func all(_ sign: UInt8) -> UInt64 {
        let differing = bytes ^ Self.each(sign)
        let low = differing & Self.each(0x7F)
        return ~((low &+ Self.each(0x7F)) | differing) & Self.each(0x80)
    }

    /// In the highest bit of each byte, whether it is a sign of ASCII from `first` to `last`.
    private func all(_ first: UInt8, _ last: UInt8) -> UInt64 {
        let low = bytes & Self.each(0x7F)
        return (low &+ Self.each(0x80 - first)) & ~(low &+ Self.each(0x7F - last)) & ~bytes & Self.each(0x80)
    }
}

extension EightSigns {
    /// How many line feeds stand in a part of a text.
    static func newlines(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            count += EightSigns(text, at: index).all(newline).nonzeroBitCount
            index += 8
        }
        return count + text[index..<range.upperBound].count { $0 == newline }
    }

    /// How many of the first are spaces.
    var spaceCount: Int { (~all(UInt8(ascii: " ")) & Self.each(0x80)).trailingZeroBitCount / 8 }

    /// Whether all are ASCII, and either printable or line feeds.
    var arePrintableOrNewline: Bool { all(0x20, 0x7E) | all(newline) == Self.each(0x80) }

    /// How many stand before the first that ids are not made of: lower-case letters, digits, hyphens.
    var idCount: Int {
        let good = all(UInt8(ascii: "a"), UInt8(ascii: "z")) | all(UInt8(ascii: "0"), UInt8(ascii: "9"))
        return (~(good | all(UInt8(ascii: "-"))) & Self.each(0x80)).trailingZeroBitCount / 8
    }

    /// How many stand before the first that has a second meaning in a bare value.
    var plainCount: Int {
        let letters = EightSigns(bytes | Self.each(0x20)).all(UInt8(ascii: "a"), UInt8(ascii: "z"))
        // From the hyphen to the nine there are the stop, the slash and the digits.
        let others =
            all(UInt8(ascii: "-"), UInt8(ascii: "9")) | all(UInt8(ascii: " ")) | all(UInt8(ascii: "_"))
            | all(UInt8(ascii: "@")) | all(UInt8(ascii: "+"))
        return (~(letters | others) & Self.each(0x80)).trailingZeroBitCount / 8
    }
}
