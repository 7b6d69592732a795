import Foundation

/// `Server/faulty_server.py`, running: a web server on this computer with every fault that a link can have.
final class FaultyServer {
    let plain: String
    let secret: String
    private let process = Process()
    private let input = Pipe()

    struct Silent: Error {}

    init() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Server/faulty_server.py")
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [script.path(percentEncoded: false)]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // A signal can end a read before there is anything.
        var said = Data()
        while said.last != UInt8(ascii: "\n"), process.isRunning { said += output.fileHandleForReading.availableData }
        let ports = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard ports.count == 2 else { throw Silent() }
        plain = "http://127.0.0.1:\(ports[0])"
        secret = "https://127.0.0.1:\(ports[1])"
    }

    /// The server ends with its standard input.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
