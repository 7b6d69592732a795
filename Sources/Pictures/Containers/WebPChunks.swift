/// What a WebP file consists of (RFC 9649 §2): chunks with a name and a length, each filled up to an even length.
struct WebPChunks {
    private(set) var chunks: [Chunk] = []

    struct Chunk {
        let name: String
        let bytes: ArraySlice<UInt8>

        var contents: ArraySlice<UInt8> { bytes.dropFirst(8) }
    }

    init(_ bytes: [UInt8]) throws(PictureFault) {
        guard let size = bytes.littleEndian(at: 4, 4), size + 8 <= bytes.count else { throw .damaged }
        let end = size + 8
        var at = 12
        while at < end {
            guard let length = bytes.littleEndian(at: at + 4, 4), at + 8 + length <= end else { throw .damaged }
            let name = String(decoding: bytes[at..<at + 4], as: UTF8.self)
            let next = Swift.min(end, at + 8 + length + length % 2)
            chunks.append(Chunk(name: name, bytes: bytes[at..<next]))
            at = next
        }
    }

    private static let drawing: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

    /// The file without what it says about itself; not one pixel differs.
    var withoutMetadata: [UInt8] {
        let body = chunks.filter { Self.drawing.contains($0.name) }.flatMap(Self.withoutFlags)
        let size = body.count + 4
        let length = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
        return Array("RIFF".utf8) + length + Array("WEBP".utf8) + body
    }

    /// §2.7.1: the header of an extended file says whether Exif (bit 3) and XMP (bit 2) follow.
    private static func withoutFlags(_ chunk: Chunk) -> [UInt8] {
        var bytes = Array(chunk.bytes)
        if chunk.name == "VP8X", bytes.count > 8 { bytes[8] &= ~0b1100 }
        return bytes
    }

    var exif: [UInt8]? {
        guard let contents = chunks.first(where: { $0.name == "EXIF" })?.contents else { return nil }
        // Some programs put the header of JPEG's segment in front.
        return Array(contents.starts(with: "Exif\0\0".utf8) ? contents.dropFirst(6) : contents)
    }
}
