import CTurboJPEG

/// JPEG through libjpeg-turbo's TurboJPEG interface, which returns errors where libjpeg itself jumps out of functions.
enum JPEGCodec {
    /// Progressive files draw themselves in up to this many passes before they count as an attack on the reader's
    /// processor; libjpeg-turbo's own limit.
    private static let safety = TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING | TJFLAG_ACCURATEDCT

    /// Of 100. At 82 the eye finds no fault in photographs at the width of a page.
    private static let quality: Int32 = 82

    /// The pixels, already smaller where the picture is larger than it needs to be: the format can leave out detail while
    /// it unpacks, which saves time and memory.
    ///
    /// - Parameter needed: How wide and high the result must at least be.
    static func decode(_ bytes: [UInt8], needed: (width: Int, height: Int)) throws(PictureFault) -> Raster {
        guard let handle = tjInitDecompress() else { throw .damaged }
        defer { tjDestroy(handle) }
        let (width, height) = try size(bytes, handle)
        // The library unpacks any number of eighths, rounded up (its TJSCALED).
        let eighths = (1...8).first { width * $0 / 8 >= needed.width && height * $0 / 8 >= needed.height } ?? 8
        let (w, h) = ((width * eighths + 7) / 8, (height * eighths + 7) / 8)
        var pixels = [UInt8](repeating: 0, count: w * h * 4)
        let status = tjDecompress2(
            handle, bytes, UInt(bytes.count), &pixels, Int32(w), 0, Int32(h), Int32(TJPF_RGBA.rawValue), safety)
        guard status == 0 else { throw .damaged }
        return Raster(width: w, height: h, pixels: pixels)
    }

    /// Looks at the header alone: whether it makes sense, and whether browsers show such colours.
    static func check(_ bytes: [UInt8]) throws(PictureFault) {
        guard let handle = tjInitDecompress() else { throw .damaged }
        defer { tjDestroy(handle) }
        _ = try size(bytes, handle)
    }

    private static func size(_ bytes: [UInt8], _ handle: tjhandle) throws(PictureFault) -> (width: Int, height: Int) {
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard tjDecompressHeader3(handle, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0 else {
            throw .damaged
        }
        let model = UInt32(colours)
        guard model != TJCS_CMYK.rawValue, model != TJCS_YCCK.rawValue else { throw .printColours }
        return (Int(width), Int(height))
    }

    /// - Parameter profile: The colour profile of the picture's file, which its pixels keep to.
    static func encode(_ raster: Raster, profile: [JPEGSegments.Segment]) throws(PictureFault) -> [UInt8] {
        guard let handle = tjInitCompress() else { throw .damaged }
        defer { tjDestroy(handle) }
        let (width, height) = (Int32(raster.width), Int32(raster.height))
        var size = tjBufSize(width, height, Int32(TJSAMP_420.rawValue))
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            var start = buffer.baseAddress
            let status = tjCompress2(
                handle, raster.pixels, width, 0, height, Int32(TJPF_RGBA.rawValue), &start, &size,
                Int32(TJSAMP_420.rawValue), quality, TJFLAG_NOREALLOC | TJFLAG_PROGRESSIVE | TJFLAG_ACCURATEDCT)
            count = status == 0 ? Int(size) : 0
        }
        guard !bytes.isEmpty else { throw .damaged }
        var file = try JPEGSegments(bytes)
        file.add(profile)
        return try file.withoutMetadata()
    }
}
