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

/// A site that was drawn, and what has become of its files: each was handed on as soon as it was finished, so that a
/// site need not fit into memory.
public struct DrawnSite<Taken: Sendable>: Sendable {
    /// What was made of each file, in the order of their paths; no path stands twice.
    public let files: [Taken]
    /// How many of the files are pages, without redirects.
    public let pageCount: Int
    /// Which figures of tables it hides, and why: for the board, and in none of its files.
    public let hiddenFigures: [HiddenCount]
    /// The frames of pages, where they were asked for.
    public let frames: [PageFrame]
    /// What stands around the texts of pages, where it was asked for.
    public let surroundings: [PageSurroundings]
}

/// A finished site, all of it in memory.
public typealias BuiltSite = DrawnSite<SiteFile>
