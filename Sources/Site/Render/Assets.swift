import Integrity
import Theming

/// A file of the theme under a name that changes with its contents, so that browsers may keep it for ever.
struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
    let digest: Digest

    init(_ name: String, _ ending: String, _ bytes: [UInt8]) {
        digest = Digest.sha256(bytes)
        self.bytes = bytes
        path = "assets/\(name).\(digest.hex.prefix(10)).\(ending)"
    }
}

/// The theme's files as the site sends them.
struct Assets: Sendable {
    let stylesheet: Asset?
    let script: Asset?
    /// The path of the theme's `icon.svg`.
    let icon: String?
    let others: [SiteFile]

    init(_ theme: Theme) {
        stylesheet = theme.stylesheet.isEmpty ? nil : Asset("site", "css", Squeeze.css(theme.stylesheet))
        script = theme.script.isEmpty ? nil : Asset("site", "js", Squeeze.script(theme.script))
        icon = theme.assets["icon.svg"] == nil ? nil : "assets/icon.svg"
        others = theme.assets.sorted { $0.key < $1.key }.map { SiteFile(path: "assets/\($0.key)", bytes: $0.value) }
    }

    var files: [SiteFile] {
        others + [stylesheet, script].compactMap { $0.map { SiteFile(path: $0.path, bytes: $0.bytes) } }
    }
}
