/// The formats of pictures made of pixels that a site can publish.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
    case jpeg, png, webP, gif

    /// Told by the first bytes, whatever the file is called; `nil` for anything else.
    public init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 12, bytes[8..<12].elementsEqual("WEBP".utf8) {
            self = .webP
        } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
            self = .gif
        } else {
            return nil
        }
    }
}

/// Why a picture cannot be published.
public enum PictureFault: Error, Sendable, Hashable {
    /// The file ends too early or contradicts itself.
    case damaged
    /// A JPEG in the colours of printing presses (CMYK), which browsers show wrongly or not at all.
    case printColours
    /// The file says that the picture lies on its side, and is of a format that is not drawn anew here.
    case turned
    /// More pixels than it is safe to unpack.
    case tooManyPixels(Int)
}
