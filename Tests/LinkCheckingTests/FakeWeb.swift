import Synchronization

@testable import LinkChecking

/// A web of made-up answers that notes what it is asked and how long is slept. It keeps no time.
final class FakeWeb: WebFetching {
    private struct State {
        var answers: [String: [WebResponse]] = [:]
        var asked: [String] = []
        var pauses: [Duration] = []
        var open: [String: Int] = [:]
        var mostOpen = 0
        var mostOpenOfOneHost = 0
    }

    private let state = Mutex(State())

    /// - Parameter answers: By `HEAD https://…` or `GET https://…`, what is answered in turn; the last stays.
    init(_ answers: [String: [WebResponse]] = [:]) {
        state.withLock { $0.answers = answers }
    }

    var asked: [String] { state.withLock(\.asked) }
    var pauses: [Duration] { state.withLock(\.pauses) }
    var mostOpen: Int { state.withLock(\.mostOpen) }
    var mostOpenOfOneHost: Int { state.withLock(\.mostOpenOfOneHost) }

    /// Without what was asked of `robots.txt`.
    var askedForPages: [String] { asked.filter { !$0.hasSuffix("/robots.txt") } }

    func fetch(_ request: WebRequest) async -> WebResponse {
        let host = WebOrigin(request.address)?.host ?? ""
        let name = "\(request.method == .head ? "HEAD" : "GET") \(request.address)"
        let response = state.withLock { state -> WebResponse in
            state.asked.append(name)
            state.open[host, default: 0] += 1
            state.mostOpen = max(state.mostOpen, state.open.values.reduce(0, +))
            state.mostOpenOfOneHost = max(state.mostOpenOfOneHost, state.open[host] ?? 0)
            guard let answers = state.answers[name], let first = answers.first else {
                return request.address.hasSuffix("/robots.txt") ? .status(404) : .status(200)
            }
            if answers.count > 1 { state.answers[name] = Array(answers.dropFirst()) }
            return first
        }
        // Others get their chance to be asked at the same time.
        for _ in 0..<20 { await Task.yield() }
        state.withLock { $0.open[host, default: 1] -= 1 }
        return response
    }

    /// What became of one address.
    func check(_ address: String, rules: LinkChecker.Rules = .init()) async -> LinkResult? {
        await check([address], rules: rules)[address]
    }

    func check(_ addresses: [String], rules: LinkChecker.Rules = .init()) async -> [String: LinkResult] {
        let checker = LinkChecker(web: self, rules: rules) { pause in
            self.state.withLock { $0.pauses.append(pause) }
        }
        return await checker.check(addresses)
    }
}

extension WebResponse {
    static func status(_ status: Int, to location: String? = nil, retryAfter: String? = nil, body: String = "")
        -> WebResponse
    {
        .answer(.init(status: status, location: location, retryAfter: retryAfter, body: Array(body.utf8)))
    }
}
