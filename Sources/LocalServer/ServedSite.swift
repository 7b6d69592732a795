/// A finished site as the preview server holds it: in memory, so that nothing else can be served.
public struct ServedSite: Sendable {
    /// Each file's bytes by its path, without a slash in front: `about/index.html`.
    public var files: [String: [UInt8]]
    /// The path of the page that is shown for an address without a page, where the site has one.
    public var notFoundPage: String?
    /// Whether pages get the script that reloads them after a change; without, they are sent as they are.
    public var isLive: Bool
    /// Where the site stands on its host: `/`, or `/board/`.
    public var basePath: String

    public init(
        files: [String: [UInt8]], notFoundPage: String? = "404.html", isLive: Bool = true, basePath: String = "/"
    ) {
        self.files = files
        self.notFoundPage = notFoundPage
        self.isLive = isLive
        self.basePath = basePath
    }

    /// The base path with a slash at both ends.
    var base: String {
        let steps = basePath.split(separator: "/")
        return steps.isEmpty ? "/" : "/" + steps.joined(separator: "/") + "/"
    }
}
