import Integrity

/// What a page may do: Content Security Policy Level 3 (W3C).
enum SecurityPolicy {
    /// Nothing but the site's own styles, script, pictures and films; no form is sent anywhere, nothing is fetched.
    ///
    /// The style sheet and the script are named by digest. `'self'` stands beside it because not every browser
    /// matches digests of files; a disk has no origin, so copies for disks allow what lies beside the page.
    ///
    /// - Parameters:
    ///   - scripts: Scripts that this page runs beside the one of all pages.
    ///   - styles: Style sheets that it has beside those of all pages.
    static func page(
        _ assets: Assets, _ edition: Edition, alsoRunning scripts: [Digest] = [], alsoStyled styles: [Asset] = []
    ) -> String {
        let own = edition == .school ? "'self' file:" : "'self'"
        return [
            "default-src 'none'",
            "style-src \(own)" + ([assets.stylesheet, assets.printStylesheet] + styles).map(digest).joined(),
            "script-src \(own)" + digest(assets.script)
                + scripts.map { " '\($0.integrity)'" }.joined(),
            "img-src \(own)",
            "media-src \(own)",
            "font-src \(own)",
            "manifest-src \(own)",
            "form-action 'none'",
            "base-uri 'none'",
        ].joined(separator: "; ")
    }

    /// For pages that hold nothing but a link.
    static let nothing = "default-src 'none'; form-action 'none'; base-uri 'none'"

    /// What only a server can say.
    static let headersOnly = "frame-ancestors 'none'"

    private static func digest(_ asset: Asset?) -> String {
        asset.map { " '\($0.digest.integrity)'" } ?? ""
    }
}
