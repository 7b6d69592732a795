/// Scheme, host and port of an address: whom a request goes to.
struct WebOrigin: Hashable, Sendable {
    /// `https://www.example.org`
    let text: String
    /// `www.example.org`, or `localhost:8080`: who must not be asked twice at once.
    let host: String
    /// What stands behind it in the address it was taken from: `/page?id=1`.
    let path: String

    /// `nil` for what is no address of the web.
    init?(_ address: String) {
        let scheme = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }
        guard let scheme else { return nil }
        let rest = address.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.isEmpty else { return nil }
        host = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
        text = scheme + host
        let tail = rest.dropFirst(authority.count).prefix { $0 != "#" }
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
    }
}
