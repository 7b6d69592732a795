import CivilTime
import Diagnostics
import Disk
import Governance
import LinkChecking
import WebClient

/// Asks other sites whether links to them work, and remembers for some days those that do.
struct LinkWatch {
    /// In days.
    let maxAge: Int
    let today: CivilDate

    func faults(of links: ExternalLinks) async -> [Diagnostic] {
        guard let client = CurlClient(agent: Self.agent) else {
            return [
                Diagnostic(
                    .uncheckedAddress, "links to other sites could not be checked: the program `curl` is not there",
                    at: nil, help: "install it: on Debian and Ubuntu, `apt install curl`")
            ]
        }
        let path = UserCache.path(for: "links.tsv")
        let cache =
            path.flatMap { try? OneFile.read($0, limit: Self.largestCache) }
            .map { LinkCache(String(decoding: $0, as: UTF8.self)) } ?? LinkCache()
        let addresses = Set(links.uses.map(\.address))
        let known = addresses.compactMap { address in
            cache.result(of: address, on: today, notOlderThan: maxAge).map { (address, $0) }
        }
        let results = Dictionary(uniqueKeysWithValues: known)
        let checker = LinkChecker(web: client) { try? await Task.sleep(for: $0) }
        let fresh = await checker.check(addresses.filter { results[$0] == nil })
        if let path {
            // A cache that cannot be written costs requests next time, and nothing else.
            try? FileReplacement.cache(
                Array(cache.adding(fresh, on: today, keepingDays: max(1, maxAge)).text.utf8), at: path)
        }
        return links.faults(results.merging(fresh) { known, _ in known })
    }

    /// Says who asks and why, so that whoever runs the other site can look us up.
    private static var agent: String {
        let version = Version.text.split(separator: " ").prefix(2).joined(separator: "/")
        return "\(version) (link check)"
    }

    /// In bytes: some hundred thousand addresses.
    private static let largestCache = 32 << 20
}
