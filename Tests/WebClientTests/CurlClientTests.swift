import Foundation
import LinkChecking
import Testing

@testable import WebClient

/// Against a server on this computer, never the network.
struct CurlClientTests {
    private static func withServer(_ body: (FaultyServer, CurlClient) async throws -> Void) async throws {
        let server = try FaultyServer()
        defer { server.stop() }
        try await body(server, try #require(CurlClient(agent: "signpost-test", seconds: 2)))
    }

    @Test func `each fault of a server is told from the others`() async throws {
        try await Self.withServer { server, client in
            let wanted: [(path: String, answer: WebResponse)] = [
                ("/fine", .answer(.init(status: 200))), ("/missing", .answer(.init(status: 404))),
                ("/moved", .answer(.init(status: 301, location: server.plain + "/fine"))),
                ("/busy", .answer(.init(status: 429, retryAfter: "1"))), ("/busy", .answer(.init(status: 200))),
                ("/get-only", .answer(.init(status: 405))),
            ]
            for (path, answer) in wanted {
                #expect(await client.fetch(WebRequest(.head, server.plain + path)) == answer, "\(path)")
            }
            #expect(await client.fetch(WebRequest(.get, server.plain + "/get-only")) == .answer(.init(status: 200)))
        }
    }

    @Test func `what is not answered says why`() async throws {
        try await Self.withServer { server, client in
            func failure(_ address: String) async -> WebResponse.Failure? {
                guard case .failure(let failure, _) = await client.fetch(WebRequest(.head, address)) else { return nil }
                return failure
            }
            #expect(await failure(server.plain + "/hang") == .timeout)
            #expect(await failure(server.plain + "/reset") == .reset)
            #expect(await failure("http://127.0.0.1:1/") == .refused)
            #expect(await failure(server.secret + "/fine") == .certificate)
        }
    }

    @Test(arguments: [
        (Int32(6), WebResponse.Failure.unknownHost), (7, .refused), (28, .timeout), (52, .reset), (60, .certificate),
        (3, .other), (-1, .other),
    ])
    func `the exit statuses of curl are understood`(_ status: Int32, _ failure: WebResponse.Failure) {
        let ended = ChildProcess.End(
            status: status, output: Array("\n000\n".utf8), errors: Array("curl: (\(status)) Why (so)\nMore\n".utf8))
        #expect(CurlAnswer(ended, wantsBody: false).response == .failure(failure, detail: "Why (so)"))
    }

    @Test func `a certificate that browsers warn of is named`() async throws {
        try await Self.withServer { server, client in
            let response = await client.fetch(WebRequest(.head, server.secret + "/fine"))
            guard case .failure(.certificate, let detail) = response else {
                Issue.record("\(response)")
                return
            }
            #expect(detail.contains("self-signed") || detail.contains("self signed"))
        }
    }

    @Test func `a body comes whole, and we say who we are`() async throws {
        try await Self.withServer { server, client in
            let robots = await client.fetch(WebRequest(.get, server.plain + "/robots.txt", bodyLimit: 1000))
            #expect(robots == .answer(.init(status: 200, body: Array("User-agent: *\nDisallow: /private\n".utf8))))
            guard case .answer(let log) = await client.fetch(WebRequest(.get, server.plain + "/log", bodyLimit: 9999))
            else {
                Issue.record("no log")
                return
            }
            #expect(String(decoding: log.body, as: UTF8.self) == "GET /robots.txt signpost-test\n")
        }
    }

    @Test func `all of it works together`() async throws {
        try await Self.withServer { server, client in
            var rules = LinkChecker.Rules()
            rules.courtesy = .milliseconds(1)
            rules.patience = .milliseconds(1)
            rules.tries = 2
            let checker = LinkChecker(web: client, rules: rules) { try? await Task.sleep(for: $0) }
            let paths = ["/fine", "/missing", "/moved", "/elsewhere", "/round", "/busy", "/get-only", "/private"]
            let results = await checker.check(paths.map { server.plain + $0 })
            #expect(
                results == [
                    server.plain + "/fine": .fine, server.plain + "/missing": .broken("there is no such page (404)"),
                    server.plain + "/moved": .moved(to: server.plain + "/fine"), server.plain + "/elsewhere": .fine,
                    server.plain + "/round": .broken("it sends readers on more than 5 times"),
                    server.plain + "/busy": .fine, server.plain + "/get-only": .fine,
                    server.plain + "/private": .unclear("its robots.txt asks programs to stay away"),
                ])
        }
    }
}
