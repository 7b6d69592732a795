import Testing

@testable import Pictures

@Suite struct PictureTests {
    private static func picture(_ bytes: [UInt8], _ width: Int, _ height: Int) throws -> Picture {
        try Picture.made(from: bytes, width: width, height: height)
    }

    @Test func `an upright picture of the right size keeps every pixel`() throws {
        let bytes = try Sample.bytes("upright.jpg")
        let picture = try Self.picture(bytes, 64, 48)
        let withoutMetadata = try Metadata.removed(from: bytes)
        #expect(picture.smaller.isEmpty && picture.full.bytes == withoutMetadata)
    }

    @Test(arguments: ["phone.jpg", "texts.png"])
    func `a picture that lies on its side is stood up, and says nothing of it any more`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        let full = try Self.picture(bytes, 48, 64).full
        #expect(full.width == 48 && full.height == 64 && Orientation(of: full.bytes) == .upright)
        #expect(!full.bytes.contains(text: Sample.secret))
        // The upper left corner of what was stored, nearly black, is now the upper right one.
        let stood =
            PictureFormat(of: bytes) == .png
            ? try PNGCodec.decode(full.bytes) : try JPEGCodec.decode(full.bytes, needed: (48, 64))
        #expect(stood.pixels[47 * 4] < 24 && stood.pixels[63 * 48 * 4] > 200)
    }

    @Test func `a turned photograph keeps its colour profile`() throws {
        let full = try Self.picture(try Sample.bytes("phone.jpg"), 48, 64).full
        #expect(full.bytes.contains(text: Array("ICC_PROFILE\0".utf8)))
    }

    @Test func `a wide picture gets no wider than a page shows it, and smaller versions that save something`() throws {
        let bytes = try JPEGCodec.encode(Sample.raster(1700, 40, opacity: 255), profile: [])
        let picture = try Self.picture(bytes, 1700, 40)
        #expect(picture.versions.map(\.width) == [480, 800, 1200, 1600])
        #expect(picture.full.height == 38)
        let sizes = picture.versions.map(\.bytes.count)
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 * 5 <= $1 * 4 })
        #expect(picture.onTelephone.width == 800)
    }

    @Test func `a version that saves next to nothing is left out`() throws {
        let flat = Raster(width: 1000, height: 4, pixels: Array(repeating: 255, count: 16_000))
        #expect(try Self.picture(try PNGCodec.encode(flat), 1000, 4).smaller.isEmpty)
    }

    @Test func `the same bytes give the same versions`() async throws {
        let bytes = try JPEGCodec.encode(Sample.raster(900, 30, opacity: 255), profile: [])
        let first = try Self.picture(bytes, 900, 30)
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { try Self.picture(bytes, 900, 30) } }
            for try await again in group { #expect(again == first) }
        }
    }

    @Test func `more pixels than are safe are refused before they are unpacked`() throws {
        let bytes = try Sample.bytes("texts.png")
        #expect(throws: PictureFault.tooManyPixels(60_000_000)) { try Self.picture(bytes, 10_000, 6_000) }
        #expect(throws: PictureFault.self) { try Self.picture(bytes, .max, .max) }
    }

    @Test func `a photograph in the colours of a printing press is refused`() throws {
        let bytes = try Sample.bytes("press.jpg")
        #expect(throws: PictureFault.printColours) { try Self.picture(bytes, 64, 48) }
    }

    @Test func `a WebP that lies on its side is refused, an upright one is not`() throws {
        #expect(throws: PictureFault.turned) { try Self.picture(try Sample.bytes("turned.webp"), 48, 64) }
        #expect(try Self.picture(try Sample.bytes("note.webp"), 64, 48).smaller.isEmpty)
    }

    @Test(arguments: ["phone.jpg", "texts.png"])
    func `a picture cut off anywhere is damaged, and never traps`(_ name: String) throws {
        let bytes = try Sample.bytes(name)
        let whole = try Self.picture(bytes, 48, 64)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            let picture = try? Self.picture(Array(bytes.prefix(count)), 48, 64)
            #expect(picture == nil || picture == whole)
        }
    }
}

@Suite struct ShrinkTests {
    @Test func `four pixels of one colour are one pixel of it`() {
        let raster = Raster(width: 2, height: 2, pixels: (0..<4).flatMap { _ in [10, 200, 77, 255] as [UInt8] })
        #expect(raster.shrunk(toWidth: 1).pixels == [10, 200, 77, 255])
    }

    @Test func `black and white give the grey of half the light`() {
        let raster = Raster(width: 2, height: 1, pixels: [0, 0, 0, 255, 255, 255, 255, 255])
        #expect(raster.shrunk(toWidth: 1).pixels == [180, 180, 180, 255])  // 255 / √2
    }

    @Test func `the colour of what cannot be seen does not count`() {
        let raster = Raster(width: 2, height: 1, pixels: [200, 10, 10, 255, 0, 255, 0, 0])
        #expect(raster.shrunk(toWidth: 1).pixels == [200, 10, 10, 128])
    }

    @Test func `a pixel that lies on a border counts for the part of it on each side`() {
        let raster = Raster(width: 3, height: 2, pixels: [0, 255, 0, 0, 255, 0].flatMap { [$0, $0, $0, 255] })
        // Each new pixel is one old pixel and half of the bright one: a third of the light.
        #expect(raster.shrunk(toWidth: 2).pixels == [147, 147, 147, 255, 147, 147, 147, 255])
    }

    @Test(arguments: [1, 2, 7, 63, 99, 100])
    func `every width gives as many pixels as it should, none brighter than the brightest`(_ width: Int) {
        let shrunk = Sample.raster(100, 30, opacity: 255).shrunk(toWidth: width)
        #expect(shrunk.width == width && shrunk.pixels.count == width * shrunk.height * 4)
        #expect(shrunk.height == max(1, (30 * width + 50) / 100) && shrunk.isOpaque)
    }

    @Test func `a picture shrunk to its own width is the same picture`() {
        let raster = Sample.raster(31, 17, opacity: 255)
        #expect(raster.shrunk(toWidth: 31) == raster)
    }
}
