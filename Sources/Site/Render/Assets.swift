import Integrity
import Theming

/// A file of the theme under a name that changes with its contents, so that browsers may keep it for ever.
struct Asset: Sendable {
    let path: String
    let bytes: [UInt8]
    let digest: Digest

    init(_ name: String, _ ending: String, _ bytes: [UInt8], in folder: String = "assets") {
        digest = Digest.sha256(bytes)
        self.bytes = bytes
        path = "\(folder)/\(name).\(digest.hex.prefix(10)).\(ending)"
    }
}

/// The theme's files as the site sends them.
struct Assets: Sendable {
    let stylesheet: Asset?
    let script: Asset?
    let search: Search?
    /// The path of the theme's `icon.svg`.
    let icon: String?
    let others: [SiteFile]

    /// What only the search page loads.
    struct Search: Sendable {
        let script: Asset
        let index: Asset
    }

    init(_ theme: Theme, searching index: SearchIndex?) {
        stylesheet = theme.stylesheet.isEmpty ? nil : Asset("site", "css", Squeeze.css(theme.stylesheet))
        script = theme.script.isEmpty ? nil : Asset("site", "js", Squeeze.script(theme.script))
        search =
            if let script = theme.searchScript, let index {
                Search(
                    script: Asset("search", "js", Squeeze.script(script)),
                    index: Asset(index.language, "js", index.bytes, in: "search"))
            } else { nil }
        icon = theme.assets["icon.svg"] == nil ? nil : "assets/icon.svg"
        others = theme.assets.sorted { $0.key < $1.key }.map { SiteFile(path: "assets/\($0.key)", bytes: $0.value) }
    }

    var files: [SiteFile] { others + named.map { SiteFile(path: $0.path, bytes: $0.bytes) } }

    /// The files whose names change with their contents.
    var named: [Asset] { [stylesheet, script, search?.script, search?.index].compactMap(\.self) }
}
