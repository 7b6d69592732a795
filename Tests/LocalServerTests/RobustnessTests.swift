import Testing

@testable import LocalServer

struct RobustnessTests {
    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}", "GET / HTTP/1.1\nHost x\n\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
    ])
    func `a malformed request hurts nobody else`(request: String) async throws {
        try await RunningServer.with { server throws in
            let client = try RawClient(port: server.port, patience: 1)
            client.send(request.utf8)
            let answer = client.receive(until: "\r\n\r\n")
            #expect(!answer.contains("200 OK"))
            #expect(try server.reply("/").status == 200)
        }
    }

    @Test func `random bytes hurt nobody else`() async throws {
        var generator = SystemRandomNumberGenerator()
        try await RunningServer.with { server throws in
            for _ in 0..<100 {
                let client = try RawClient(port: server.port, patience: 1)
                client.send((0..<Int.random(in: 1...400)).map { _ in UInt8.random(in: 0...255, using: &generator) })
            }
            #expect(try server.reply("/").status == 200)
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 40_000),
        "GET /" + String(repeating: "x", count: 40_000), String(repeating: "x", count: 40_000),
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n" + String(repeating: "x", count: 40_000),
    ])
    func `a request over the limit is refused and its connection closed`(request: String) async throws {
        try await RunningServer.with { server throws in
            let client = try RawClient(port: server.port)
            client.send(request.utf8)
            #expect(client.isClosed())
            #expect(try server.reply("/").status == 200)
        }
    }

    @Test(arguments: ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\n"])
    func `a client that does not go on is closed in time`(start: String) async throws {
        var limits = PreviewLimits()
        limits.arrival = .milliseconds(100)
        limits.idle = .milliseconds(150)
        try await RunningServer.with(limits: limits) { server throws in
            let client = try RawClient(port: server.port)
            client.send(start.utf8)
            #expect(client.isClosed())
        }
    }

    @Test func `a client that drips byte by byte is closed in time`() async throws {
        var limits = PreviewLimits()
        limits.arrival = .milliseconds(200)
        try await RunningServer.with(limits: limits) { server throws in
            let client = try RawClient(port: server.port)
            for byte in "GET / HTTP/1.1\r\n".utf8 {
                client.send([byte])
                try await Task.sleep(for: .milliseconds(30))
            }
            #expect(client.isClosed())
        }
    }

    @Test func `hundreds of idle connections do not keep anyone out`() async throws {
        var limits = PreviewLimits()
        limits.connections = 50
        try await RunningServer.with(limits: limits) { server throws in
            let idle = try (0..<400).map { _ in try RawClient(port: server.port, patience: 1) }
            for client in idle { client.send("GET / HTTP/1.1\r\nHos".utf8) }
            #expect(try server.reply("/").status == 200)
            #expect(try #require(idle.first).isClosed())
        }
    }

    @Test func `hundreds of requests one after another share a connection`() async throws {
        try await RunningServer.with { server throws in
            let client = try RawClient(port: server.port)
            for _ in 0..<300 {
                client.send("GET /style.css HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n".utf8)
                #expect(client.receive(until: "p { }").hasPrefix("HTTP/1.1 200 OK"))
            }
        }
    }

    @Test func `requests sent ahead are answered in order`() async throws {
        try await RunningServer.with { server throws in
            let client = try RawClient(port: server.port)
            let host = "Host: localhost:\(server.port)\r\n"
            client.send(
                "GET /style.css HTTP/1.1\r\n\(host)\r\nGET /nothing.css HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
                    .utf8)
            let replies = client.receive()
            let found = try #require(replies.firstRange(of: "200 OK"))
            let missing = try #require(replies.firstRange(of: "404 Not Found"))
            #expect(found.lowerBound < missing.lowerBound)
        }
    }

    @Test func `a port that is taken is named`() async throws {
        try await RunningServer.with { server throws in
            let second = PreviewServer(port: server.port)
            await #expect(throws: PreviewServer.Failure.portTaken(server.port)) { try await second.start() }
        }
    }

    @Test func `an address of another computer is named`() async throws {
        let server = PreviewServer(host: "192.0.2.1")
        await #expect(throws: PreviewServer.Failure.self) { try await server.start() }
    }

    @Test func `a stopped server closes its connections and can start again at its port`() async throws {
        let server = PreviewServer(RunningServer.site)
        let port = try await server.start()
        let client = try RunningServer(server: server, port: port).listener()
        _ = client.receive(until: "hello")
        await server.stop()
        #expect(client.isClosed())
        let again = PreviewServer(RunningServer.site, port: port)
        #expect(try await again.start() == port)
        await again.stop()
    }
}

struct PreviewLimitTests {
    @Test(arguments: [(1024, 256), (256, 112), (128, 48), (64, 16), (20, 1)])
    func `connections leave the program the files that it needs itself`(openFiles: Int, connections: Int) {
        #expect(PreviewLimits().fitting(openFiles: openFiles).connections == connections)
    }
}
