/// A picture ready to be published: upright, without a word about where it comes from, no larger than a page shows it,
/// and with smaller versions for smaller screens.
public struct Picture: Sendable, Hashable {
    /// The largest version.
    public let full: Version
    /// Versions of fewer pixels that save a reader something, the smallest first.
    public let smaller: [Version]

    /// One file of the picture.
    public struct Version: Sendable, Hashable {
        public let bytes: [UInt8]
        /// In pixels.
        public let width: Int
        /// In pixels.
        public let height: Int
    }

    /// All versions, the smallest first.
    public var versions: [Version] { smaller + [full] }

    /// The version that a telephone loads: its screen is about 400 CSS pixels wide and draws two pixels for each.
    public var onTelephone: Version { versions.first { $0.width >= 800 } ?? full }
}

extension Picture {
    /// No wider than this: a column of text is some 800 CSS pixels wide, and screens draw up to two pixels for each.
    public static let largestWidth = 1600
    /// The widths of smaller versions: half a telephone's screen, a telephone's, a tablet's.
    static let smallerWidths = [480, 800, 1200]
    /// Of more bytes than this even a picture of the right width is drawn anew.
    static let largestFile = 400_000
    /// More pixels are not unpacked: they take four bytes each, and a small file can claim any number.
    public static let mostPixels = 50_000_000

    /// Makes the versions of a picture. The same bytes give the same versions.
    ///
    /// A picture that is upright and small enough keeps its pixels as they are; only what it says about itself is taken
    /// out. Others are drawn anew. WebP and GIF are never drawn anew: the one compresses well, the other moves.
    ///
    /// - Parameters:
    ///   - bytes: A file of a format that ``PictureFormat`` knows.
    ///   - width: In pixels, as the picture is meant to be looked at, so once it is turned.
    ///   - height: In pixels, once it is turned.
    public static func made(from bytes: [UInt8], width: Int, height: Int) throws(PictureFault) -> Picture {
        let clean = try Metadata.removed(from: bytes)
        let orientation = Orientation(of: bytes)
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        guard pixels <= mostPixels, !overflows else { throw .tooManyPixels(pixels) }
        guard let codec = try Codec(bytes) else {
            guard orientation == .upright else { throw .turned }
            return Picture(full: Version(bytes: clean, width: width, height: height), smaller: [])
        }
        let keepsPixels = orientation == .upright && width <= largestWidth && clean.count <= largestFile
        guard !keepsPixels || smallerWidths.contains(where: { isWorthIt($0, below: width) }) else {
            return Picture(full: Version(bytes: clean, width: width, height: height), smaller: [])
        }
        let needed = min(width, largestWidth)
        let raster = try codec.decode(needed: needed, orientation).turned(orientation)
        let large = raster.width > needed ? raster.shrunk(toWidth: needed) : raster
        var full = Version(bytes: clean, width: large.width, height: large.height)
        if !keepsPixels {
            let drawn = try codec.encode(large)
            // A drawing of few colours can be smaller as it was.
            if orientation != .upright || width > needed || drawn.count < clean.count {
                full = Version(bytes: drawn, width: large.width, height: large.height)
            }
        }
        return Picture(full: full, smaller: try smaller(than: full, large, codec))
    }

    private static func smaller(
        than full: Version, _ large: Raster, _ codec: Codec
    ) throws(PictureFault) -> [Version] {
        var found: [Version] = []
        var raster = large
        for width in smallerWidths.reversed() where isWorthIt(width, below: large.width) {
            raster = raster.shrunk(toWidth: width)
            let bytes = try codec.encode(raster)
            // Each version must save at least a fifth of the next larger one.
            guard bytes.count * 5 <= (found.last ?? full).bytes.count * 4 else { continue }
            found.append(Version(bytes: bytes, width: raster.width, height: raster.height))
        }
        return found.reversed()
    }

    private static func isWorthIt(_ width: Int, below larger: Int) -> Bool { width * 10 <= larger * 9 }
}

/// How pictures of one format are unpacked and drawn.
private enum Codec {
    case jpeg([UInt8], profile: [JPEGSegments.Segment])
    case png([UInt8])

    init?(_ bytes: [UInt8]) throws(PictureFault) {
        switch PictureFormat(of: bytes) {
        case .jpeg:
            try JPEGCodec.check(bytes)
            self = .jpeg(bytes, profile: try JPEGSegments(bytes).colours.filter { $0.marker == 0xE2 })
        case .png: self = .png(bytes)
        case .webP, .gif, nil: return nil
        }
    }

    /// - Parameter needed: How wide the picture must at least be once it is turned.
    func decode(needed: Int, _ orientation: Orientation) throws(PictureFault) -> Raster {
        switch self {
        case .jpeg(let bytes, _):
            try JPEGCodec.decode(bytes, needed: orientation.swapsSides ? (1, needed) : (needed, 1))
        case .png(let bytes): try PNGCodec.decode(bytes)
        }
    }

    func encode(_ raster: Raster) throws(PictureFault) -> [UInt8] {
        switch self {
        case .jpeg(_, let profile): try JPEGCodec.encode(raster, profile: profile)
        case .png: try PNGCodec.encode(raster)
        }
    }
}
