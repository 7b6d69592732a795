import Content
import Diagnostics
import Integrity
import Pictures

/// A picture of a text with its versions, as pages name them.
struct PublishedPicture: Sendable {
    /// The smallest first.
    let versions: [Version]
    let full: Version
    /// What a telephone loads, in bytes.
    let weight: Int

    struct Version: Sendable {
        let path: String
        let size: ImageSize
    }

    /// A drawing, which is sharp at any size.
    init(path: String, size: ImageSize, weight: Int) {
        full = Version(path: path, size: size)
        versions = [full]
        self.weight = weight
    }

    /// The largest version keeps the picture's own path. A smaller one is named after its width and its contents:
    /// `images/town.480w.0a1b2c3d4e.jpg`.
    init(_ picture: Picture, path: String) {
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        let smaller = picture.smaller.map { version in
            let digest = Digest.sha256(version.bytes).hex.prefix(10)
            return Version(
                path: "\(path[..<dot]).\(version.width)w.\(digest)\(path[dot...])", size: ImageSize(version))
        }
        full = Version(path: path, size: ImageSize(picture.full))
        versions = smaller + [full]
        weight = picture.onTelephone.bytes.count
    }
}

extension ImageSize {
    fileprivate init(_ version: Picture.Version) { self.init(width: version.width, height: version.height) }
}

/// What the pictures of one page may weigh, added up over the versions that a telephone loads.
struct PictureBudget {
    private let most: Int
    private let pictures: [String: PublishedPicture]

    init(_ plan: Plan, _ pictures: [String: PublishedPicture]) {
        most = plan.board.settings.pictures.pageKilobytes
        self.pictures = pictures
    }

    func fault(of page: Page, showing paths: Set<String>) -> Diagnostic? {
        let weights = paths.compactMap { path in pictures[path].map { (weight: $0.weight, path: path) } }
        let total = (weights.reduce(0) { $0 + $1.weight } + 999) / 1000
        guard total > most, let heaviest = weights.max(by: { ($0.weight, $0.path) < ($1.weight, $1.path) }) else {
            return nil
        }
        return Diagnostic(
            .picturesTooHeavy, "the pictures of this page weigh \(total) kB on a telephone, and \(most) kB may be",
            at: page.location,
            help: "the heaviest is \"\(heaviest.path)\"; save photographs as JPEG, or show fewer pictures on the page")
    }
}
