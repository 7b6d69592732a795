/// Decides the answer to a request from the site in memory alone.
struct Router: Sendable {
    let site: ServedSite
    /// Names the state of the site to the pages that are open in browsers.
    let version: String
    let hosts: TrustedHosts

    /// What a request says, as far as it matters here.
    struct Request: Sendable {
        var method: String
        var target: String
        var hosts: [String]
        var origins: [String] = []
        var range: String?
    }

    /// On every answer: nothing is cached, guessed at, told to other sites, or readable by them.
    static let headers: [(name: String, value: String)] = [
        ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    func answer(_ request: Request) -> Answer {
        var answer = refusal(of: request) ?? lookUp(request)
        answer.headers += Self.headers
        return answer
    }

    private func refusal(of request: Request) -> Answer? {
        guard request.hosts.count == 1, let host = request.hosts.first else {
            return .plain(400, "A request must name exactly one host.")
        }
        guard hosts.trusts(host: host) else {
            return .plain(403, "This preview answers to http://localhost:\(hosts.port)/ only.")
        }
        guard request.origins.allSatisfy(hosts.trusts(origin:)) else {
            return .plain(403, "This preview does not answer to other sites.")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return .plain(405, "Only GET and HEAD are possible here.", headers: [("Allow", "GET, HEAD")])
        }
        return nil
    }

    private func lookUp(_ request: Request) -> Answer {
        guard let target = RequestTarget(request.target) else {
            return .plain(400, "The address is malformed.")
        }
        if target.path == ReloadScript.path {
            return Answer(
                status: 200, headers: [("Content-Type", MediaType.of("reload.js"))],
                body: Array(ReloadScript.source.utf8)[...])
        }
        if target.path == ReloadScript.events {
            return Answer(status: 200, headers: [("Content-Type", "text/event-stream")], isEventStream: true)
        }
        let base = site.base
        guard target.path.utf8.starts(with: base.utf8) else {
            return target.path + "/" == base || target.path == "/" ? .redirect(302, to: base) : notFound
        }
        return file(String(target.path.dropFirst(base.count)), target, request.range)
    }

    private func file(_ path: String, _ target: RequestTarget, _ range: String?) -> Answer {
        let isFolder = path.isEmpty || path.hasSuffix("/")
        let name = isFolder ? path + "index.html" : path
        if let bytes = site.files[name] { return found(name, bytes, range) }
        // An address such as //example.org would make the redirect lead to another host.
        let isPlain = !target.raw.utf8.starts(with: "//".utf8)
        if !isFolder, isPlain, site.files[path + "/index.html"] != nil {
            return .redirect(301, to: target.raw + "/" + target.query)
        }
        return notFound
    }

    private func found(_ name: String, _ bytes: [UInt8], _ range: String?) -> Answer {
        let type = MediaType.of(name)
        guard type != MediaType.html else { return page(200, bytes) }
        let answer = Answer(
            status: 200, headers: [("Content-Type", type), ("Accept-Ranges", "bytes")], body: bytes[...])
        return range.map { ByteRange.answer(answer, $0) } ?? answer
    }

    private func page(_ status: Int, _ bytes: [UInt8]) -> Answer {
        Answer(
            status: status, headers: [("Content-Type", MediaType.html)],
            body: site.isLive ? ReloadScript.added(to: bytes, version: version)[...] : bytes[...])
    }

    private var notFound: Answer {
        if let name = site.notFoundPage, let bytes = site.files[name] { return page(404, bytes) }
        let text = "<!doctype html><html lang=\"en\"><title>No such page</title><body><p>There is no page here.</body>"
        return page(404, Array(text.utf8))
    }
}
