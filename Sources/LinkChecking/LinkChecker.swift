/// Finds out which addresses still lead somewhere, without being a burden to anybody.
///
/// Each host is asked one thing at a time, with a pause in between; several hosts are asked at once. What a host's
/// `robots.txt` closes to programs is not asked at all.
public struct LinkChecker: Sendable {
    private let web: any WebFetching
    private let rules: Rules
    private let pause: @Sendable (Duration) async -> Void
    private let turns = HostTurns()

    /// How patient we are, and how polite.
    public struct Rules: Sendable {
        /// Our name in `robots.txt`.
        public var agent = "signpost"
        /// Between two requests to one host.
        public var courtesy = Duration.milliseconds(500)
        /// How many hosts are asked at once.
        public var hosts = 16
        /// How often a request is made that fails for a reason that may pass.
        public var tries = 3
        /// Before the second try; doubled for each one after it.
        public var patience = Duration.seconds(1)
        /// The longest that a server can make us wait with `Retry-After`.
        public var longestWait = Duration.seconds(60)
        /// RFC 9110, section 15.4, leaves the number to us; five is what HTTP/1.0 recommended.
        public var redirects = 5

        public init() {}
    }

    /// - Parameter pause: Sleeps for so long. A parameter, so that tests need not.
    public init(web: any WebFetching, rules: Rules = Rules(), pause: @escaping @Sendable (Duration) async -> Void) {
        self.web = web
        self.rules = rules
        self.pause = pause
    }

    /// What became of each address.
    public func check(_ addresses: [String]) async -> [String: LinkResult] {
        let byHost = Dictionary(grouping: Set(addresses).sorted()) { WebOrigin($0)?.host ?? "" }
        var queue = byHost.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)[...]
        return await withTaskGroup(of: [(String, LinkResult)].self) { group in
            var results: [String: LinkResult] = [:]
            func add() {
                guard let addresses = queue.popFirst() else { return }
                group.addTask { await checkHost(addresses) }
            }
            for _ in 0..<rules.hosts { add() }
            for await part in group {
                results.merge(part) { first, _ in first }
                add()
            }
            return results
        }
    }

    private func checkHost(_ addresses: [String]) async -> [(String, LinkResult)] {
        var results: [(String, LinkResult)] = []
        var robots: [String: Robots] = [:]
        for address in addresses {
            guard let origin = WebOrigin(address) else {
                results.append((address, .broken("it is no address of the web")))
                continue
            }
            let known = robots[origin.text]
            let asked = if let known { known } else { await self.robots(of: origin) }
            robots[origin.text] = asked
            if let reason = asked.reason(against: origin.path) {
                results.append((address, reason))
            } else {
                results.append((address, await follow(address)))
            }
        }
        return results
    }
}

extension LinkChecker {
    /// What `robots.txt` says: RFC 9309, section 2.3.1, says what its absence means.
    private enum Robots {
        case rules(RobotsRules)
        case unreachable
        /// The site answers nobody, so its other links need not be asked for.
        case silent(LinkResult)

        func reason(against path: String) -> LinkResult? {
            switch self {
            case .rules(let rules) where rules.allow(path): nil
            case .rules: .unclear("its robots.txt asks programs to stay away")
            case .unreachable: .unclear("its robots.txt cannot be read")
            case .silent(let result): result
            }
        }
    }

    private func robots(of origin: WebOrigin) async -> Robots {
        var address = origin.text + "/robots.txt"
        for _ in 0...rules.redirects {
            let request = WebRequest(.get, address, bodyLimit: Self.longestRobots)
            let answer: WebResponse.Answer
            switch await asked(request) {
            case .answer(let given): answer = given
            case .failure(let failure, _) where failure == .reset || failure == .other: return .rules(.none)
            case .failure(let failure, let detail): return .silent(Self.result(of: failure, detail))
            }
            switch answer.status {
            case 200..<300:
                return .rules(RobotsRules(String(decoding: answer.body, as: UTF8.self), for: rules.agent))
            case 300..<400:
                guard let next = answer.location else { return .rules(.none) }
                address = next
            case 500...: return .unreachable
            default: return .rules(.none)
            }
        }
        return .rules(.none)
    }

    /// RFC 9309, section 2.5, asks for at least so many bytes.
    private static let longestRobots = 500 << 10

    /// Goes where the address leads, and tells how that ended.
    private func follow(_ address: String) async -> LinkResult {
        var here = address
        var forGood: String?
        var isForGood = true
        for _ in 0...rules.redirects {
            let answer: WebResponse.Answer
            switch await reached(here) {
            case .failure(let failure, let detail): return Self.result(of: failure, detail)
            case .answer(let given): answer = given
            }
            switch answer.status {
            case 200..<300: return forGood.map { .moved(to: $0) } ?? .fine
            case 301, 302, 303, 307, 308:
                guard let next = answer.location, WebOrigin(next) != nil else {
                    return .broken("it sends readers on, and does not say where to")
                }
                isForGood = isForGood && (answer.status == 301 || answer.status == 308)
                if isForGood { forGood = next }
                here = next
            default: return Self.result(of: answer.status)
            }
        }
        return .broken("it sends readers on more than \(rules.redirects) times")
    }

    /// A `HEAD` costs the server least; some do not know it, or answer it wrongly, so an error is asked again with `GET`.
    private func reached(_ address: String) async -> WebResponse {
        let answer = await asked(WebRequest(.head, address))
        guard case .answer(let given) = answer, given.status >= 400, given.status != 429 else { return answer }
        return await asked(WebRequest(.get, address))
    }

    /// Asks, and asks again where the reason may pass.
    private func asked(_ request: WebRequest) async -> WebResponse {
        var wait = rules.patience
        for tried in 1... {
            let response = await politely(request)
            guard tried < rules.tries, response.mayPass else { return response }
            let told = response.retryAfter
            if let told, told > rules.longestWait { return response }
            await pause(told ?? wait)
            wait *= 2
        }
        preconditionFailure("there is always a last try")
    }

    private func politely(_ request: WebRequest) async -> WebResponse {
        guard let origin = WebOrigin(request.address) else { return .failure(.other, detail: "no address of the web") }
        if await turns.begin(origin.host) { await pause(rules.courtesy) }
        let response = await web.fetch(request)
        await turns.end(origin.host)
        return response
    }

    private static func result(of status: Int) -> LinkResult {
        switch status {
        case 404, 410: .broken("there is no such page (\(status))")
        case 401, 403, 405: .unclear("it does not let programs in (\(status))")
        case 429, 503: .unclear("it asks to come back later (\(status))")
        default: .broken("it answers with an error (\(status))")
        }
    }

    private static func result(of failure: WebResponse.Failure, _ detail: String) -> LinkResult {
        switch failure {
        case .unknownHost: .broken("there is no such site")
        case .refused: .broken("nothing answers there")
        case .timeout: .broken("it does not answer in time")
        case .reset: .broken("it breaks off the connection")
        case .certificate: .broken("browsers will warn of it: \(detail)")
        case .other: .unclear(detail)
        }
    }
}

extension WebResponse {
    /// Whether another try may end better (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4).
    fileprivate var mayPass: Bool {
        switch self {
        case .answer(let answer): [429, 500, 502, 503, 504].contains(answer.status)
        case .failure(let failure, _): failure == .timeout || failure == .reset
        }
    }

    /// What `Retry-After` asks for, where it is in seconds. A date would need a clock, and is rare.
    fileprivate var retryAfter: Duration? {
        guard case .answer(let answer) = self else { return nil }
        return answer.retryAfter.flatMap(Int.init).map { .seconds(max(0, $0)) }
    }
}
