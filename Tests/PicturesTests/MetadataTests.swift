import Testing

@testable import Pictures

@Suite struct MetadataTests {
    private static let telling = ["phone.jpg", "upright.jpg", "texts.png", "film.gif", "note.webp", "turned.webp"]

    @Test(arguments: telling)
    func `nothing that a picture says of itself is left`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        try #require(bytes.contains(text: Sample.secret))
        let clean = try Metadata.removed(from: bytes)
        #expect(!clean.contains(text: Sample.secret))
        #expect(Metadata.exif(of: clean) == nil && PictureFormat(of: clean) == PictureFormat(of: bytes))
    }

    @Test(arguments: telling + ["grey.jpg", "press.jpg"])
    func `taking it out twice takes out no more`(_ name: String) throws {
        let once = try Metadata.removed(from: Sample.bytes(name))
        #expect(try Metadata.removed(from: once) == once)
    }

    private static let note: [UInt8] = [0xFF, 0xFE, 0x00, 0x08] + Sample.secret

    /// Programs find the next segment all the same, and a person's name in it.
    @Test(arguments: [[0x00], [0x00, 0x00, 0x41], [0xFE]] as [[UInt8]])
    func `a JPEG with bytes between its segments is damaged`(_ bytes: [UInt8]) throws {
        var picture = try Sample.bytes("grey.jpg")
        picture.insert(contentsOf: bytes + Self.note, at: 2)
        #expect(throws: PictureFault.damaged) { try Metadata.removed(from: picture) }
    }

    @Test func `a note between two scans goes, and the scans stay`() throws {
        let picture = try Sample.bytes("grey.jpg")
        let clean = try Metadata.removed(from: picture)
        let noted = picture.dropLast(2) + Self.note + picture.suffix(2)
        #expect(try Metadata.removed(from: Array(noted)) == clean)
    }

    @Test(arguments: ["phone.jpg", "upright.jpg", "grey.jpg"])
    func `not one pixel of a JPEG differs`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        let clean = try Metadata.removed(from: bytes)
        #expect(try JPEGCodec.decode(clean, needed: (64, 48)) == JPEGCodec.decode(bytes, needed: (64, 48)))
    }

    @Test func `not one pixel of a PNG differs`() throws {
        let bytes = try Sample.bytes("texts.png")
        #expect(try PNGCodec.decode(try Metadata.removed(from: bytes)) == PNGCodec.decode(bytes))
    }

    @Test func `the colour profile of a photograph stays`() throws {
        let clean = try Metadata.removed(from: Sample.bytes("phone.jpg"))
        #expect(clean.contains(text: Array("ICC_PROFILE\0".utf8)))
    }

    @Test func `an extended WebP no longer says that notes follow`() throws {
        let chunks = try WebPChunks(try Metadata.removed(from: Sample.bytes("note.webp"))).chunks
        let header = try #require(chunks.first { $0.name == "VP8X" })
        #expect(header.contents.first.map { $0 & 0b1100 } == 0)
    }

    @Test func `a film still runs, and for ever`() throws {
        let clean = try Metadata.removed(from: Sample.bytes("film.gif"))
        #expect(clean.contains(text: Array("NETSCAPE2.0".utf8)) && clean.last == UInt8(ascii: ";"))
        #expect(clean.count { $0 == UInt8(ascii: ",") } >= 2)
    }

    @Test(arguments: telling)
    func `a file cut off anywhere is damaged or holds nothing telling`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        for count in bytes.indices {
            if let clean = try? Metadata.removed(from: Array(bytes.prefix(count))) {
                #expect(!clean.contains(text: Sample.secret))
            }
        }
    }

    @Test(arguments: telling)
    func `a byte that is wrong never traps`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        for index in bytes.indices {
            var changed = bytes
            changed[index] = ~changed[index]
            _ = try? Metadata.removed(from: changed)
            _ = Orientation(of: changed)
        }
    }
}

@Suite struct OrientationTests {
    /// 1 2 3 above 4 5 6, as another program turns it.
    @Test(
        arguments: [
            (.upright, 3, [1, 2, 3, 4, 5, 6]), (.mirrored, 3, [3, 2, 1, 6, 5, 4]),
            (.upsideDown, 3, [6, 5, 4, 3, 2, 1]),
            (.flipped, 3, [4, 5, 6, 1, 2, 3]), (.transposed, 2, [1, 4, 2, 5, 3, 6]),
            (.quarterRight, 2, [4, 1, 5, 2, 6, 3]), (.transversed, 2, [6, 3, 5, 2, 4, 1]),
            (.quarterLeft, 2, [3, 6, 2, 5, 1, 4]),
        ] as [(Orientation, Int, [UInt8])])
    func `a picture is turned as its file says`(_ orientation: Orientation, _ width: Int, _ expected: [UInt8]) {
        let raster = Raster(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6].flatMap { [$0, $0, $0, 255] })
        let turned = raster.turned(orientation)
        #expect(turned.width == width && turned.height == 6 / width)
        #expect(stride(from: 0, to: 24, by: 4).map { turned.pixels[$0] } == expected)
    }

    @Test(
        arguments: [
            ("phone.jpg", .quarterRight), ("texts.png", .quarterRight), ("turned.webp", .quarterRight),
            ("upright.jpg", .upright), ("grey.jpg", .upright), ("film.gif", .upright),
        ] as [(String, Orientation)])
    func `the note is found in every format that has one`(_ name: String, _ orientation: Orientation) throws {
        #expect(Orientation(of: try Sample.bytes(name)) == orientation)
    }

    @Test func `a note of the other byte order is read, and one of neither is not`() {
        func jpeg(_ tiff: [UInt8]) -> [UInt8] {
            [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(tiff.count + 8)] + Array("Exif\0\0".utf8) + tiff + [0xFF, 0xDA]
        }
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0]
        let big: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] + entry
        #expect(Orientation(of: jpeg(big)) == .quarterLeft)
        #expect(Orientation(of: jpeg(Array("XX".utf8) + big.dropFirst(2))) == .upright)
    }
}
