/// What a picture's file says about itself: the place where it was taken, the camera, the day, names, earlier versions,
/// thumbnails of what was cut off. None of it may be published: it can lead to a child's door.
public enum Metadata {
    /// The same picture without any of it. Pixels are not touched; only what a browser needs to draw is kept.
    public static func removed(from bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
        switch PictureFormat(of: bytes) {
        case .jpeg: try JPEGSegments(bytes).withoutMetadata()
        case .png: try PNGChunks(bytes).withoutMetadata
        case .webP: try WebPChunks(bytes).withoutMetadata
        case .gif: try GIFBlocks(bytes).withoutMetadata
        case nil: throw .damaged
        }
    }

    static func exif(of bytes: [UInt8]) -> [UInt8]? {
        switch PictureFormat(of: bytes) {
        case .jpeg: (try? JPEGSegments(bytes))?.exif
        case .png: (try? PNGChunks(bytes))?.exif
        case .webP: (try? WebPChunks(bytes))?.exif
        case .gif, nil: nil
        }
    }
}
