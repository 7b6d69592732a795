import Integrity
import Parallelism

/// A finished site, as far as it is compared with another.
public struct Release: Sendable {
    /// By their addresses: `/parents/` for `parents/index.html`.
    public let pages: [String: Entry]
    /// Everything else, by path.
    public let files: [String: Entry]

    public struct Entry: Sendable {
        /// SHA-256 in hexadecimal digits.
        public let digest: String
        /// `nil` for other files.
        public let page: ReadablePage?
    }

    /// - Parameter files: Of a site's folder, with their paths in it.
    public init(files: [(path: String, bytes: [UInt8])]) async {
        let entries = await files.concurrentMap { file in
            Entry(
                digest: Digest.sha256(file.bytes).hex,
                page: Self.isPage(file.path) ? ReadablePage(html: file.bytes) : nil)
        }
        var (pages, others) = ([String: Entry](), [String: Entry]())
        for (file, entry) in zip(files, entries) {
            if entry.page == nil { others[file.path] = entry } else { pages[Self.address(file.path)] = entry }
        }
        self.pages = pages
        self.files = others
    }

    private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

    private static func address(_ path: String) -> String {
        path == "index.html" || path.hasSuffix("/index.html") ? "/" + path.dropLast("index.html".count) : "/" + path
    }
}
