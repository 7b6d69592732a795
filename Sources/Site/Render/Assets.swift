import Content
import Diagnostics
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
    /// For paper, on every page.
    let printStylesheet: Asset?
    /// For paper and screen, on the pages that are there to be printed.
    let handoutStylesheet: Asset?
    /// For paper, on the same pages.
    let handoutPrintStylesheet: Asset?
    let script: Asset?
    let search: Search?
    /// The path of the theme's `icon.svg`.
    let icon: String?
    /// The board's logo, where the theme has one: `logo.svg`.
    let logo: Logo?
    let others: [SiteFile]

    /// A picture that stands beside the board's name.
    struct Logo: Sendable {
        let path: String
        let size: ImageSize
    }

    /// What only the search page loads.
    struct Search: Sendable {
        let script: Asset
        /// What is searched in each language, by its tag.
        let indices: [String: Asset]
    }

    /// - Parameters:
    ///   - indices: One for each language; none where the theme has no search page.
    ///   - isInternal: Whether there are internal pages, which look and behave as no others do.
    init(_ theme: Theme, searching indices: [SearchIndex], isInternal: Bool = false) {
        let styles = theme.stylesheet + (isInternal ? theme.deskStylesheet : [])
        let scripts = theme.script + (isInternal ? theme.deskScript : [])
        stylesheet = Self.sheet("site", styles)
        printStylesheet = Self.sheet("print", theme.printStylesheet)
        handoutStylesheet = Self.sheet("handouts", theme.handoutStylesheet)
        handoutPrintStylesheet = Self.sheet("handouts-print", theme.handoutPrintStylesheet)
        script = scripts.isEmpty ? nil : Asset("site", "js", Squeeze.script(scripts))
        search =
            if let script = theme.searchScript, !indices.isEmpty {
                Search(
                    script: Asset("search", "js", Squeeze.script(script)),
                    indices: Dictionary(
                        indices.map { ($0.language, Asset($0.language, "js", $0.bytes, in: "search")) },
                        uniquingKeysWith: { first, _ in first }))
            } else { nil }
        icon = theme.assets["icon.svg"] == nil ? nil : "assets/icon.svg"
        logo = theme.assets[Self.logoName].flatMap { ImageSize(of: $0.bytes) }.map {
            Logo(path: "assets/\(Self.logoName)", size: $0)
        }
        others = theme.assets.sorted { $0.key < $1.key }.map {
            SiteFile(path: "assets/\($0.key)", bytes: $0.value.bytes)
        }
    }

    var files: [SiteFile] { others + named.map { SiteFile(path: $0.path, bytes: $0.bytes) } }

    /// The files whose names change with their contents.
    var named: [Asset] {
        let indices = (search?.indices ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        return [stylesheet, printStylesheet, handoutStylesheet, handoutPrintStylesheet, script, search?.script]
            .compactMap(\.self) + indices
    }

    private static func sheet(_ name: String, _ styles: [UInt8]) -> Asset? {
        styles.isEmpty ? nil : Asset(name, "css", Squeeze.css(styles))
    }

    private static let logoName = "logo.svg"

    /// Drawings of the theme that could do things, and a logo whose place could not be kept free.
    static func faults(of theme: Theme) -> [Diagnostic] {
        let active = theme.assets.values.filter { $0.path.hasSuffix(".svg") }.compactMap { file -> Diagnostic? in
            ActiveDrawing.fault(in: file.bytes).map { what in
                Diagnostic(
                    .activeImage, "the drawing holds \(what)", at: .wholeFile(file.path),
                    help: "export it again as a plain drawing")
            }
        }
        guard let logo = theme.assets[logoName], ImageSize(of: logo.bytes) == nil else { return active }
        return active + [
            Diagnostic(
                .imageWithoutSize, "the size of the logo cannot be read", at: .wholeFile(logo.path),
                help: "give the drawing a `viewBox`")
        ]
    }
}
