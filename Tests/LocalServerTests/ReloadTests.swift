import Foundation
import Testing

@testable import LocalServer

struct ReloadTests {
    @Test func `a page is told to reload within 50 ms of a new site`() async throws {
        try await RunningServer.with { server throws in
            let client = try server.listener()
            #expect(client.receive(until: "\n\n").contains("event: hello") || client.receive(until: "hello") != "")
            var times: [Duration] = []
            for _ in 0..<10 {
                let start = ContinuousClock.now
                server.server.publish(RunningServer.site)
                #expect(client.receive(until: "event: reload").contains("event: reload"))
                times.append(ContinuousClock.now - start)
            }
            #expect(try #require(times.sorted().dropFirst(5).first) < .milliseconds(50))
        }
    }

    @Test func `every listening page is told`() async throws {
        try await RunningServer.with { server throws in
            let clients = try (0..<40).map { _ in try server.listener() }
            for client in clients { _ = client.receive(until: "event: hello") }
            server.server.publish(RunningServer.site)
            for client in clients { #expect(client.receive(until: "event: reload").contains("event: reload")) }
        }
    }

    @Test func `problems reach open pages and those that open later, until the site is whole again`() async throws {
        try await RunningServer.with { server throws in
            let early = try server.listener()
            _ = early.receive(until: "event: hello")
            server.server.report(problems: "a.md:1:2\nunknown audience \"trianers\"\r\n\n<b>")
            let wanted = "event: problems\ndata: a.md:1:2\ndata: unknown audience \"trianers\"\ndata: \ndata: <b>\n\n"
            #expect(early.receive(until: "<b>\n\n").contains(wanted))
            #expect(try server.listener().receive(until: "<b>\n\n").contains(wanted))
            server.server.publish(RunningServer.site, changedPaths: [])
            #expect(early.receive(until: "solved").contains("event: solved"))
            let late = try server.listener()
            server.server.report(problems: nil)
            #expect(!late.receive(until: "solved").contains("problems"))
        }
    }

    @Test func `a page and the stream agree on the version, which changes with the site`() async throws {
        try await RunningServer.with { server throws in
            func version() throws -> Substring {
                let body = try server.reply("/").body
                let start = try #require(body.firstRange(of: "reload.js?")).upperBound
                return body[start...].prefix { $0 != "\"" }
            }
            let first = try version()
            #expect(try server.listener().receive(until: "hello\ndata: \(first)\n\n").contains("data: \(first)"))
            server.server.publish(RunningServer.site, changedPaths: [])
            #expect(try version() == first)
            server.server.publish(RunningServer.site, changedPaths: ["index.html"])
            #expect(try version() != first)
        }
    }

    @Test func `an idle stream shows signs of life and outlives the limits of requests`() async throws {
        var limits = PreviewLimits()
        (limits.heartbeat, limits.idle, limits.arrival) = (.milliseconds(30), .milliseconds(50), .milliseconds(50))
        try await RunningServer.with(limits: limits) { server throws in
            let client = try server.listener()
            for _ in 0..<5 { #expect(client.receive(until: ":\n\n").contains(":\n\n")) }
        }
    }

    @Test func `too many listening pages cost the oldest its stream`() async throws {
        var limits = PreviewLimits()
        limits.listeners = 2
        try await RunningServer.with(limits: limits) { server throws in
            let clients = try (0..<3).map { _ in
                let client = try server.listener()
                _ = client.receive(until: "hello")
                return client
            }
            #expect(clients[0].isClosed())
            server.server.publish(RunningServer.site)
            #expect(clients[2].receive(until: "event: reload").contains("event: reload"))
        }
    }
}

struct ReloadScriptTests {
    private func added(_ page: String) -> String {
        String(decoding: ReloadScript.added(to: Array(page.utf8), version: "v"), as: UTF8.self)
    }

    private let tag = "<script src=\"/_signpost/reload.js?v\" async></script>"

    @Test func `the script stands before the last end of the body`() {
        #expect(added("<body>a</body> b</BODY></html>") == "<body>a</body> b\(tag)</BODY></html>")
        #expect(added("a fragment") == "a fragment\(tag)")
        #expect(added("") == tag)
    }

    @Test(arguments: [
        (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha384-abc'\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha384-abc' 'self'; connect-src 'self'\">"
        ),
        (
            "<META content='default-src https:' HTTP-EQUIV=content-security-policy />",
            "<META content=\"default-src https:; script-src https: 'self'; connect-src https: 'self'\" HTTP-EQUIV=content-security-policy />"
        ),
        (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src &#39;none&#39;; connect-src &#x27;self&#x27;\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; connect-src 'self'\">"
        ),
        (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'self'\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'self'\">"
        ),
    ])
    func `a page's policy admits the script and its stream, and nothing more`(page: String, wanted: String) {
        #expect(added(page) == wanted + tag)
    }

    @Test(arguments: [
        "<meta charset=utf-8><p>é</p>", "<meta", "<meta ", "<meta content=\"", "<meta content=>", "<meta =x =y>",
        "<metadata http-equiv=content-security-policy content=a>",
        "<meta name=\"x\" content=\"content-security-policy\">",
    ])
    func `everything else stays as it is`(page: String) {
        #expect(added(page) == page + tag)
    }

    @Test(arguments: ["a\nb", "a\rb", "a\r\nb"])
    func `no text can end an event early`(text: String) {
        #expect(ServerEvent.problems(text).bytes == Array("event: problems\ndata: a\ndata: b\n\n".utf8))
    }
}
