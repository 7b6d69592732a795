import TestSupport
import Testing

@testable import Content

@Suite struct ImageSizeTests {
    @Test(arguments: pictures.indices)
    func `a picture tells its size in its first bytes`(index: Int) {
        let (name, bytes) = pictures[index]
        #expect(ImageSize(of: bytes).map { [$0.width, $0.height] } == [300, 200], "\(name)")
    }

    @Test(
        arguments: [
            ("<svg width='300' height='199.2px'>", 300, 200),
            ("<?xml version='1.0'?><!-- a --><svg\n  viewBox=\"0,0 300\t200\" width='1' height='1'>", 300, 200),
            ("<svg data-a='>' width='10' height='20'>", nil, nil),
            ("<svg width='100%' height='50%'>", nil, nil),
            ("<svg width='3em' height='3em'>", nil, nil),
            ("<svg>", nil, nil),
            ("<svg width='0' height='5'>", nil, nil),
            ("<svg width='-4' height='5'>", nil, nil),
            ("<svg viewBox='0 0 inf nan'>", nil, nil),
            ("<svg viewBox='0 0 1e300 1e300'>", nil, nil),
            ("<svg width='1e300' height='nan'>", nil, nil),
            ("<svg width=\"3", nil, nil),
            ("<svg width=", nil, nil),
            ("<p>no picture</p>", nil, nil),
        ] as [(String, Int?, Int?)])
    func `a drawing tells its size in its root element, or none`(text: String, width: Int?, height: Int?) {
        let size = ImageSize(of: Array(text.utf8))
        #expect(size?.width == width)
        #expect(size?.height == height)
    }

    @Test func `a picture cut off anywhere is read or has no size`() {
        for (_, bytes) in pictures {
            for count in bytes.indices {
                let size = ImageSize(of: Array(bytes.prefix(count)))
                #expect(size == nil || size?.width == 300)
            }
        }
    }

    @Test(arguments: pictures.indices)
    func `no bytes stop the reading`(index: Int) {
        var random = Seeded(UInt64(index))
        for _ in 0..<2000 {
            let size = ImageSize(of: pictures[index].bytes.mutated(&random))
            #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
        }
    }
}

/// The first bytes of a picture of 300 × 200 in each format.
private let pictures: [(name: String, bytes: [UInt8])] = [
    (
        "PNG",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + "IHDR".utf8 + [0, 0, 1, 44, 0, 0, 0, 200]
    ),
    ("GIF87a", "GIF87a".utf8 + [44, 1, 200, 0]),
    ("GIF89a", "GIF89a".utf8 + [44, 1, 200, 0]),
    (
        "JPEG behind a segment and fill bytes",
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0, 200, 1, 44, 3, 1]
    ),
    (
        "progressive JPEG behind a table",
        [0xFF, 0xD8, 0xFF, 0xC4, 0, 3, 1, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 44, 3, 1]
    ),
    (
        "lossy WebP",
        "RIFF".utf8 + [0, 0, 0, 0] + "WEBPVP8 ".utf8 + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 44, 0x41, 200, 0x40]
    ),
    (
        "lossless WebP",
        // 14 bits each for the width less one and the height less one: 299 | 199 << 14
        "RIFF".utf8 + [0, 0, 0, 0] + "WEBPVP8L".utf8 + [0, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x31, 0]
    ),
    (
        "extended WebP",
        "RIFF".utf8 + [0, 0, 0, 0] + "WEBPVP8X".utf8 + [0, 0, 0, 0, 0, 0, 0, 0, 0x2B, 1, 0, 199, 0, 0]
    ),
    ("SVG", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 200\"></svg>".utf8)),
]
