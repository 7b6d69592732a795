/// A picture or a download of the content folder.
public struct MediaFile: Sendable {
    /// From the content folder: `images/signpost.svg`.
    public let path: String
    public let bytes: [UInt8]
    /// The size of a picture; `nil` for anything else.
    public let imageSize: ImageSize?
}
