/// What a GIF file consists of (GIF89a, 1990): a header, a table of colours, and blocks.
struct GIFBlocks {
    private var kept: [UInt8] = []

    private static let imageDescriptor = UInt8(ascii: ",")
    private static let extensionIntroducer = UInt8(ascii: "!")
    private static let trailer = UInt8(ascii: ";")

    init(_ bytes: [UInt8]) throws(PictureFault) {
        guard bytes.count > 13 else { throw .damaged }
        var at = 13 + Self.tableLength(bytes[10])
        guard at < bytes.count else { throw .damaged }
        kept += bytes[..<at]
        while at < bytes.count, bytes[at] != Self.trailer {
            let start = at
            at = try Self.endOfBlock(in: bytes, at: at)
            if Self.isDrawing(bytes, start) { kept += bytes[start..<at] }
        }
        guard at < bytes.count else { throw .damaged }
        kept.append(Self.trailer)
    }

    /// §18 and §20: three bits say how many colours a table has.
    private static func tableLength(_ flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1)
    }

    private static func endOfBlock(in bytes: [UInt8], at start: Int) throws(PictureFault) -> Int {
        var at = start
        switch bytes[start] {
        case imageDescriptor:
            guard start + 9 < bytes.count else { throw .damaged }
            at += 10 + tableLength(bytes[start + 9]) + 1
        case extensionIntroducer: at += 2
        default: throw .damaged
        }
        while at < bytes.count, bytes[at] != 0 { at += Int(bytes[at]) + 1 }
        guard at < bytes.count else { throw .damaged }
        return at + 1
    }

    /// Pictures, how long each is shown, text to be drawn, and how often the film runs. Comments (§24) and what other
    /// programs keep there (§26) are left out.
    private static func isDrawing(_ bytes: [UInt8], _ start: Int) -> Bool {
        guard bytes[start] == extensionIntroducer else { return true }
        return switch bytes[start + 1] {
        case 0xF9, 0x01: true
        case 0xFF: bytes.holds("NETSCAPE2.0".utf8, at: start + 3) || bytes.holds("ANIMEXTS1.0".utf8, at: start + 3)
        default: false
        }
    }

    /// The file without what it says about itself; not one pixel differs.
    var withoutMetadata: [UInt8] { kept }
}
