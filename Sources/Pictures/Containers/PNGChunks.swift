/// What a PNG file consists of (W3C PNG, third edition, §5): chunks with a length, a name and a checksum.
struct PNGChunks {
    private(set) var chunks: [Chunk] = []

    struct Chunk {
        let name: String
        let bytes: ArraySlice<UInt8>

        var contents: ArraySlice<UInt8> { bytes.dropFirst(8).dropLast(4) }
    }

    private static let signature = 8

    init(_ bytes: [UInt8]) throws(PictureFault) {
        var at = Self.signature
        repeat {
            guard let length = bytes.bigEndian(at: at, 4), at + 12 + length <= bytes.count else { throw .damaged }
            let name = String(decoding: bytes[at + 4..<at + 8], as: UTF8.self)
            chunks.append(Chunk(name: name, bytes: bytes[at..<at + 12 + length]))
            at += 12 + length
        } while chunks.last?.name != "IEND"
        head = bytes.prefix(Self.signature)
    }

    private let head: ArraySlice<UInt8>

    /// What a browser needs to draw the picture: pixels, colours, transparency, movement. Texts, times, the camera's
    /// notes and whatever a program put there for itself are not among it.
    private static let drawing: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
        "pHYs", "acTL", "fcTL", "fdAT",
    ]

    /// The file without what it says about itself; not one pixel differs.
    var withoutMetadata: [UInt8] {
        Array(head) + chunks.filter { Self.drawing.contains($0.name) }.flatMap(\.bytes)
    }

    /// The camera's notes, a TIFF structure (§11.3.4.4).
    var exif: [UInt8]? { chunks.first { $0.name == "eXIf" }.map { Array($0.contents) } }
}
