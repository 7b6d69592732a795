import LinkChecking

/// What `curl` wrote, understood.
struct CurlAnswer {
    /// Behind everything else on standard output: a line with the status, one with where a redirect leads.
    static let format = #"\n%{http_code}\n%{redirect_url}"#

    let response: WebResponse

    init(_ ended: ChildProcess.End, wantsBody: Bool) {
        let lines = ended.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let told = lines.suffix(2).map { String(decoding: $0, as: UTF8.self) }
        let status = told.first.flatMap(Int.init) ?? 0
        guard ended.status == 0 || ended.status == Self.tooLarge, status > 0 else {
            response = .failure(Self.failure(ended.status), detail: Self.reason(ended.errors))
            return
        }
        let before = lines.dropLast(2)
        response = .answer(
            .init(
                status: status, location: told.last.flatMap { $0.isEmpty ? nil : $0 },
                retryAfter: wantsBody ? nil : Self.header("retry-after", in: before),
                body: wantsBody ? Array(before.joined(separator: [UInt8(ascii: "\n")])) : []))
    }

    /// The last one counts: a proxy's answer may stand before the server's.
    private static func header(_ name: String, in lines: ArraySlice<ArraySlice<UInt8>>) -> String? {
        lines.compactMap { bytes -> String? in
            let line = String(decoding: bytes, as: UTF8.self)
            guard line.lowercased().hasPrefix(name + ":") else { return nil }
            return String(line.dropFirst(name.count + 1).filter { !$0.isWhitespace })
        }.last
    }

    /// `curl: (60) SSL certificate problem: self-signed certificate`
    private static func reason(_ errors: [UInt8]) -> String {
        let line = String(decoding: errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.split(separator: ") ", maxSplits: 1).last.map(String.init) ?? "curl failed"
    }

    private static let tooLarge: Int32 = 63

    /// The exit statuses that the manual page of curl lists.
    private static func failure(_ status: Int32) -> WebResponse.Failure {
        switch status {
        case 6: .unknownHost
        case 7: .refused
        case 28: .timeout
        case 16, 18, 52, 55, 56, 92: .reset
        case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: .certificate
        default: .other
        }
    }
}
