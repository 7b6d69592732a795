import CPNG

/// PNG through libpng's simplified interface, which returns errors where libpng itself jumps out of functions.
enum PNGCodec {
    private static let colour: UInt32 = 0x02  // PNG_FORMAT_RGB, a macro that Swift does not see
    private static let colourAndOpacity: UInt32 = 0x03  // PNG_FORMAT_RGBA

    /// The pixels in sRGB, 8 bits each, whatever the file has.
    static func decode(_ bytes: [UInt8]) throws(PictureFault) -> Raster {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { throw .damaged }
        image.format = colourAndOpacity
        var pixels = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * 4)
        guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { throw .damaged }
        return Raster(width: Int(image.width), height: Int(image.height), pixels: pixels)
    }

    static func encode(_ raster: Raster) throws(PictureFault) -> [UInt8] {
        let isOpaque = raster.isOpaque
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(raster.width)
        image.height = UInt32(raster.height)
        image.format = isOpaque ? colour : colourAndOpacity
        defer { png_image_free(&image) }
        let pixels = isOpaque ? raster.withoutOpacity : raster.pixels
        // Rows that do not compress cost their own size, a byte for each row, and a little for each block of zlib.
        var size = pixels.count + raster.height + pixels.count / 64 + 64 * 1024
        var bytes = [UInt8](repeating: 0, count: size)
        guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else { throw .damaged }
        return Array(bytes.prefix(size))
    }
}

extension Raster {
    fileprivate var withoutOpacity: [UInt8] {
        var colours: [UInt8] = []
        colours.reserveCapacity(pixels.count / 4 * 3)
        for at in stride(from: 0, to: pixels.count, by: 4) { colours += pixels[at..<at + 3] }
        return colours
    }
}
