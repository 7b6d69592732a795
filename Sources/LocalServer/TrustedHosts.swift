/// The names under which the preview may be asked for.
///
/// A page on the internet can point a name of its own at 127.0.0.1 and read the answers as if they were its own ("DNS
/// rebinding"); such a request carries that name as its `Host`, and is refused. A request that another site's page
/// makes carries that site as its `Origin`, and is refused as well.
struct TrustedHosts: Sendable {
    private let names: Set<String>
    /// True where the server listens on every address: then any numeric address is trusted, for rebinding needs a name.
    private let trustsAddresses: Bool
    let port: Int

    init(host: String, port: Int) {
        let given = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        names = ["localhost", "127.0.0.1", "[::1]", given.lowercased()]
        trustsAddresses = ["0.0.0.0", "[::]"].contains(given)
        self.port = port
    }

    /// Whether a `Host` header names this server.
    func trusts(host: String) -> Bool {
        let lowered = host.lowercased()
        let (name, port) = Self.split(lowered)
        guard port == self.port else { return false }
        return names.contains(name) || trustsAddresses && Self.isAddress(name)
    }

    /// Whether an `Origin` header names this server.
    func trusts(origin: String) -> Bool {
        let scheme = "http://"
        return origin.lowercased().hasPrefix(scheme) && trusts(host: String(origin.dropFirst(scheme.count)))
    }

    /// The name, and the port or 80, the default of `http`; -1 where it is no number.
    private static func split(_ host: String) -> (name: String, port: Int) {
        guard let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") else { return (host, 80) }
        return (String(host[..<colon]), Int(host[host.index(after: colon)...]) ?? -1)
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
