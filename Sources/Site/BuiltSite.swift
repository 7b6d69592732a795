public import Disclosure

/// One file of a finished site.
public struct SiteFile: Sendable, Hashable {
    /// From the site's folder, with `/` between folders.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A finished site, still in memory.
public struct BuiltSite: Sendable {
    /// Sorted by path; no path stands twice.
    public let files: [SiteFile]
    /// How many of the files are pages, without redirects.
    public let pageCount: Int
    /// Which figures of tables it hides, and why: for the board, and in none of its files.
    public let hiddenFigures: [HiddenCount]
    /// The frames of pages, where they were asked for.
    public var frames: [PageFrame] = []
    /// What stands around the texts of pages, where it was asked for.
    public var surroundings: [PageSurroundings] = []
}
