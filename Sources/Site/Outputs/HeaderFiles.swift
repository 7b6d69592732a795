/// The headers that hosts should send, in the files that common static hosts read.
struct HeaderFiles {
    let assets: Assets
    let edition: Edition

    static let path = "_headers"

    func files() -> [SiteFile] {
        guard edition == .public else { return [] }
        return [SiteFile(path: Self.path, bytes: Array(netlifyAndCloudflare().utf8))]
    }

    /// What every answer carries. `docs/deployment.md` has the same for nginx and Caddy.
    private var headers: [(String, String)] {
        [
            ("Content-Security-Policy", "\(SecurityPolicy.page(assets, edition)); \(SecurityPolicy.headersOnly)"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
    }

    /// The `_headers` file that Netlify and Cloudflare Pages read.
    private func netlifyAndCloudflare() -> String {
        let all = headers.map { "  \($0.0): \($0.1)\n" }.joined()
        let kept = "  Cache-Control: public, max-age=31536000, immutable\n"
        return "/*\n\(all)"
            + assets.named.map { "/\($0.path)\n\(kept)" }.joined()
    }
}
