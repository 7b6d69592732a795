import Foundation
import Glibc
import Testing

@testable import LocalServer

/// A client that sends exactly the bytes it is told to.
final class RawClient {
    private let file: Int32

    init(port: Int, patience: Int = 5) throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var time = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
    }

    deinit { close(file) }

    func send(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        _ = Glibc.send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What arrives until `end` is in it, the server closes, or patience ends.
    func receive(until end: String? = nil) -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(file, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            all += buffer[..<count]
            if let end, String(decoding: all, as: UTF8.self).contains(end) { break }
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// True where the server has closed the connection before patience ends.
    func isClosed() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(file, &buffer, buffer.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET { return true }
            if count < 0 { return false }
        }
    }
}

/// An answer taken apart.
struct Reply {
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ text: String) throws {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = try #require(parts.first).split(separator: "\r\n")
        status = try #require(Int(lines.first?.split(separator: " ").dropFirst().first ?? ""))
        headers = lines.dropFirst().reduce(into: [:]) { headers, line in
            guard let colon = line.firstIndex(of: ":") else { return }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces)
        }
        body = parts.count == 2 ? String(parts[1]) : ""
    }
}

/// A running server with a small site, stopped when the test ends.
struct RunningServer {
    let server: PreviewServer
    let port: Int

    static let page = "<!doctype html><html><head><title>Home</title></head><body><p>home</p></body></html>"
    static let site = ServedSite(files: [
        "index.html": Array(page.utf8), "404.html": Array("<body>nothing here</body>".utf8),
        "help/index.html": Array("<body>help</body>".utf8), "style.css": Array("p { }".utf8),
        "media/film.mp4": Array("0123456789".utf8), "a b/ünï.txt": Array("named".utf8),
    ])

    static func with(
        _ site: ServedSite = site, limits: PreviewLimits = PreviewLimits(), _ body: (RunningServer) async throws -> Void
    ) async throws {
        let server = PreviewServer(site, limits: limits)
        let port = try await server.start()
        do {
            try await body(RunningServer(server: server, port: port))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    func reply(_ target: String, method: String = "GET", host: String? = nil, _ headers: String...) throws -> Reply {
        let client = try RawClient(port: port)
        let lines = ["Host: \(host ?? "localhost:\(port)")", "Connection: close"] + headers
        client.send("\(method) \(target) HTTP/1.1\r\n\(lines.joined(separator: "\r\n"))\r\n\r\n".utf8)
        return try Reply(client.receive())
    }

    func listener() throws -> RawClient {
        let client = try RawClient(port: port)
        client.send("GET /_signpost/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8)
        return client
    }
}
