import Foundation
import Glibc
import Testing

/// The program while it serves, and what a browser would get of it.
struct Preview {
    let folder: Folder
    let port: UInt16

    var log: String { folder.text("log") ?? "" }

    /// Serves until `body` has ended.
    ///
    /// - Parameter sign: What the program says once there is something to be asked for.
    static func run(
        _ arguments: [String], in folder: Folder, sign: String, _ body: (Preview) async throws -> Void
    ) async throws {
        try folder.write("", to: "log")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("log")))
        try process.run()
        defer { process.terminate() }
        let start = Preview(folder: folder, port: 0)
        #expect(try await start.wait { start.log.contains(sign) || !process.isRunning }, "\(start.log)")
        let port = start.log.split { "/: ".contains($0) }.drop { $0 != "127.0.0.1" }.dropFirst().first
        let number = port.map { $0.prefix { $0.isNumber } }.flatMap { UInt16($0) }
        try await body(Preview(folder: folder, port: try #require(number, "\(start.log)")))
    }

    /// The answer, with its headers.
    func answer(_ path: String) throws -> [UInt8] {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(isConnected == 0)
        let connection = FileHandle(fileDescriptor: file)
        let request = "GET /\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
        try connection.write(contentsOf: Array(request.utf8))
        return Array(try connection.readToEnd() ?? Data())
    }

    func page(_ path: String) throws -> String { String(decoding: try answer(path), as: UTF8.self) }

    func add(_ text: String, to path: String) throws { try folder.write(folder.text(path, adding: text), to: path) }

    /// Waits until something is so, for as long as a busy computer may take.
    func wait(_ isSo: () throws -> Bool) async throws -> Bool {
        for _ in 0..<1500 {
            if try isSo() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
