import Diagnostics

/// A picture or a download of the content folder.
public struct MediaFile: Sendable {
    /// From the content folder: `images/signpost.svg`.
    public let path: String
    /// The same path as the user would type it, for messages.
    public let shownPath: String
    public let bytes: [UInt8]
    /// The size of a picture; `nil` for anything else.
    public let imageSize: ImageSize?

    init(_ file: SourceFile, shownPath: String) {
        path = file.path
        self.shownPath = shownPath
        bytes = file.bytes
        imageSize = ImageSize(of: file.bytes)
    }
}
