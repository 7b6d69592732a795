import Content
import Diagnostics
import Pictures

/// What keeps a file of `images/` or `files/` from being published.
enum MediaFault {
    /// Formats of pictures that tell as much about the camera and the place as JPEG does, and that many browsers do not
    /// show.
    private static let unknown: Set<String> = [
        "avif", "bmp", "dng", "heic", "heif", "jp2", "jxl", "psd", "tif", "tiff",
    ]

    /// A fault in a file that is no picture made of pixels, as far as this house knows.
    static func of(_ file: MediaFile) -> Diagnostic? {
        let place = Location.wholeFile(file.shownPath)
        let ending = file.path.lowercased().split(separator: ".").last.map(String.init) ?? ""
        if ending == "svg", let what = ActiveDrawing.fault(in: file.bytes) {
            return Diagnostic(
                .activeImage, "the drawing \"\(file.path)\" holds \(what)", at: place,
                help: "export it again as a plain drawing")
        }
        guard unknown.contains(ending) else { return nil }
        return Diagnostic(
            .unsuitablePicture, "\"\(file.path)\" is a picture of a sort that cannot be published", at: place,
            help: "open it in any picture program and save it as JPEG or PNG")
    }

    static func diagnostic(_ fault: PictureFault, _ file: MediaFile) -> Diagnostic {
        let place = Location.wholeFile(file.shownPath)
        let path = file.path
        return switch fault {
        case .damaged:
            Diagnostic(
                .damagedPicture, "the picture \"\(path)\" is damaged", at: place,
                help: "copy it again from where it came, or open it in a picture program and save it again")
        case .tooManyPixels(let pixels):
            Diagnostic(
                .tooManyPixels,
                "the picture \"\(path)\" has \(pixels / 1_000_000) million pixels, and "
                    + "\(Picture.mostPixels / 1_000_000) million may be", at: place,
                help: "save it smaller: a page shows \(Picture.largestWidth) pixels across at most")
        case .printColours:
            Diagnostic(
                .unsuitablePicture, "the picture \"\(path)\" has the colours of a printing press (CMYK)", at: place,
                help: "save it in RGB colours")
        case .turned:
            Diagnostic(
                .unsuitablePicture, "the picture \"\(path)\" lies on its side, and says so in a note", at: place,
                help: "turn it in a picture program and save it again, or save it as JPEG")
        }
    }
}
