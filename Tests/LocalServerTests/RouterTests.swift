import Testing

@testable import LocalServer

struct RouterTests {
    @Test(arguments: [
        ("/", 200, "text/html; charset=utf-8"), ("/index.html", 200, "text/html; charset=utf-8"),
        ("/help/", 200, "text/html; charset=utf-8"), ("/style.css", 200, "text/css; charset=utf-8"),
        ("/style.css?v=1", 200, "text/css; charset=utf-8"), ("/media/film.mp4", 200, "video/mp4"),
        ("/a%20b/%C3%BCn%c3%af.txt", 200, "text/plain; charset=utf-8"),
        ("/_signpost/reload.js", 200, "text/javascript; charset=utf-8"),
        ("/nothing", 404, "text/html; charset=utf-8"), ("/style.css/", 404, "text/html; charset=utf-8"),
        ("/media/", 404, "text/html; charset=utf-8"),
    ])
    func `an address has its file, its type and the headers of a preview`(
        target: String, status: Int, type: String
    ) async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply(target)
            #expect(reply.status == status)
            #expect(reply.headers["content-type"] == type)
            #expect(reply.headers["cache-control"] == "no-store")
            #expect(reply.headers["x-content-type-options"] == "nosniff")
            #expect(reply.headers["referrer-policy"] == "no-referrer")
            #expect(reply.headers["content-length"] == "\(reply.body.utf8.count)")
        }
    }

    @Test(arguments: [("/help", "/help/"), ("/help?a=b", "/help/?a=b")])
    func `a folder without its slash leads to the one with it`(target: String, location: String) async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply(target)
            #expect(reply.status == 301)
            #expect(reply.headers["location"] == location)
        }
    }

    @Test(arguments: [
        "/../secret", "/%2e%2e/secret", "/help/../../secret", "/help/%2E./style.css", "/..%2fsecret", "/..%5csecret",
        "/..\\secret", "/%00", "/style.css%00.html", "/%", "/%zz", "/%ff", "/./style.css", "/%c0%ae%c0%ae/secret", "*",
        "http://localhost/", "/%0d%0aSet-Cookie:x", "secret",
    ])
    func `an address that climbs or is malformed is refused`(target: String) async throws {
        try await RunningServer.with { server throws in
            #expect(try server.reply(target).status == 400)
        }
    }

    @Test(arguments: [
        "//etc/passwd", "/etc/passwd", "/%252e%252e/secret", "/.../secret", "//help", "//localhost/help", "/~",
    ])
    func `an address outside the site has nothing`(target: String) async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply(target)
            #expect(reply.status == 404)
            #expect(reply.headers["location"] == nil)
        }
    }

    @Test func `a page of the site stands in for a missing one, and reloads when it appears`() async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply("/nothing")
            #expect(reply.body.hasPrefix("<body>nothing here<script src=\"/_signpost/reload.js?"))
        }
    }

    @Test func `a site without such a page has a plain one`() async throws {
        try await RunningServer.with(ServedSite(files: [:])) { server throws in
            let reply = try server.reply("/<script>")
            #expect(reply.status == 404)
            #expect(reply.body.contains("There is no page here."))
            #expect(!reply.body.contains("<script>"))
        }
    }

    @Test(arguments: [
        ("/", 302, "/board/"), ("/board", 302, "/board/"), ("/board/", 200, nil), ("/board/help", 301, "/board/help/"),
        ("/help/", 404, nil),
    ])
    func `a site below a base path is served there only`(target: String, status: Int, location: String?) async throws {
        var site = RunningServer.site
        site.basePath = "/board"
        try await RunningServer.with(site) { server throws in
            let reply = try server.reply(target)
            #expect(reply.status == status)
            #expect(reply.headers["location"] == location)
        }
    }

    @Test func `HEAD says what GET would, without the body`() async throws {
        try await RunningServer.with { server throws in
            let (head, get) = (try server.reply("/", method: "HEAD"), try server.reply("/"))
            #expect(head.body.isEmpty)
            #expect(head.headers == get.headers)
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
    func `every other method is refused`(method: String) async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply("/", method: method, "Content-Length: 0")
            #expect(reply.status == 405)
            #expect(reply.headers["allow"] == "GET, HEAD")
        }
    }

    @Test(arguments: [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=8-", 206, "89", "bytes 8-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
        ("bytes=10-", 416, "The file has 10 bytes.\n", "bytes */10"),
        ("bytes=0-1,3-4", 200, "0123456789", nil), ("lines=1-2", 200, "0123456789", nil),
        ("bytes=a-b", 200, "0123456789", nil),
        ("bytes=99999999999999999999-", 416, "The file has 10 bytes.\n", "bytes */10"),
    ])
    func `a film can be had in parts`(range: String, status: Int, body: String, contentRange: String?) async throws {
        try await RunningServer.with { server throws in
            let reply = try server.reply("/media/film.mp4", "Range: \(range)")
            #expect(reply.status == status)
            #expect(reply.body == body)
            #expect(reply.headers["content-range"] == contentRange)
        }
    }
}

struct TrustedHostsTests {
    @Test(arguments: ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
    func `the names of this computer are trusted`(name: String) async throws {
        try await RunningServer.with { server throws in
            #expect(try server.reply("/", host: "\(name):\(server.port)").status == 200)
        }
    }

    @Test(arguments: [
        "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "localhost", "localhost:1", "", "10.0.0.1",
    ])
    func `any other name or port is refused`(host: String) async throws {
        try await RunningServer.with { server throws in
            let named = host.contains(":") || host == "localhost" || host.isEmpty ? host : "\(host):\(server.port)"
            let reply = try server.reply("/", host: named)
            #expect(reply.status == 403)
            #expect(!reply.body.contains("home"))
        }
    }

    @Test(arguments: ["http://evil.example", "null", "https://localhost", "http://localhost:1"])
    func `a request that another site's page makes is refused`(origin: String) async throws {
        try await RunningServer.with { server throws in
            #expect(try server.reply("/", "Origin: \(origin)").status == 403)
            #expect(try server.reply("/_signpost/events", "Origin: \(origin)").status == 403)
        }
    }

    @Test func `a request of the preview's own pages is answered`() async throws {
        try await RunningServer.with { server throws in
            #expect(try server.reply("/", "Origin: http://localhost:\(server.port)").status == 200)
        }
    }

    @Test func `where it listens on every address, numbers are trusted and names are not`() {
        let hosts = TrustedHosts(host: "0.0.0.0", port: 80)
        #expect(hosts.trusts(host: "192.168.1.7"))
        #expect(hosts.trusts(host: "[fe80::1]:80"))
        #expect(!hosts.trusts(host: "evil.example"))
        #expect(!hosts.trusts(host: "1.2.3.4.evil.example"))
    }

    @Test func `two hosts or none are malformed`() async throws {
        try await RunningServer.with { server throws in
            for lines in ["", "Host: localhost:\(server.port)\r\nHost: evil.example\r\n"] {
                let client = try RawClient(port: server.port)
                client.send("GET / HTTP/1.1\r\n\(lines)Connection: close\r\n\r\n".utf8)
                #expect(try Reply(client.receive()).status == 400)
            }
        }
    }
}
