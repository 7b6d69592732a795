import Glibc
public import LinkChecking

/// Asks web servers through the program `curl`.
///
/// The program and not its library: Debian's libcurl cannot be linked statically (Kerberos has no static library), and
/// a Signpost that does not start where a library is missing would be a high price for something that few people ask
/// for. `curl` is on nearly every machine, knows the system's certificates and proxies, and is kept up to date with it.
public struct CurlClient: WebFetching {
    private let program: String
    private let agent: String
    private let seconds: Int

    /// - Parameters:
    ///   - agent: What we call ourselves (`User-Agent`, RFC 9110, section 10.1.5).
    ///   - seconds: How long one request may take.
    /// - Returns: `nil` where there is no such program on the `PATH`.
    public init?(agent: String, seconds: Int = 20) {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let folders = path.split(separator: ":")
        let programs: [String] = folders.map { "\($0)/curl" }
        guard let program = programs.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.program = program
        self.agent = agent
        self.seconds = seconds
    }

    public func fetch(_ request: WebRequest) async -> WebResponse {
        guard let child = ChildProcess(program, arguments(for: request)) else {
            return .failure(.other, detail: "curl cannot be started")
        }
        let ended = await child.end()
        return CurlAnswer(ended, wantsBody: request.bodyLimit > 0).response
    }

    private func arguments(for request: WebRequest) -> [String] {
        // `--disable` first: settings in somebody's .curlrc would change what is sent.
        var arguments = [
            "--disable", "--silent", "--show-error", "--globoff", "--proto", "=http,https",
            "--max-time", String(seconds), "--connect-timeout", String(seconds), "--user-agent", agent,
            "--write-out", CurlAnswer.format,
        ]
        if request.bodyLimit > 0 {
            arguments += ["--max-filesize", String(request.bodyLimit)]
        } else {
            arguments += ["--output", "/dev/null", "--dump-header", "-"]
            // That there is an answer is enough to know: a large file is not fetched.
            arguments += request.method == .head ? ["--head"] : ["--max-filesize", "65536"]
        }
        return arguments + ["--url", request.address]
    }
}
