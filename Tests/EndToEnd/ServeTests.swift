import Foundation
import Glibc
import Testing

/// The preview as somebody sees it who edits pages.
struct ServeTests {
    /// The preview of the board `subfolder`, running.
    private struct Preview {
        let folder: Folder
        let port: UInt16

        var log: String { folder.text("log") ?? "" }

        func page(_ path: String) throws -> String {
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
            return String(decoding: try connection.readToEnd() ?? Data(), as: UTF8.self)
        }

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

    private func withPreview(_ body: (Preview) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            try folder.write("", to: "log")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = ["serve", "--port", "0", "--as-of", BoardBuild.day]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("log")))
            try process.run()
            defer { process.terminate() }
            let start = Preview(folder: folder, port: 0)
            #expect(try await start.wait { start.log.contains("follows every change") })
            let port = start.log.split { "/: ".contains($0) }.drop { $0 != "127.0.0.1" }.dropFirst().first
            try await body(Preview(folder: folder, port: try #require(port.flatMap { UInt16($0) })))
        }
    }

    @Test func `a text is shown before the rest of the site is built, and then all of it is built`() async throws {
        try await withPreview { preview in
            try preview.add("\nA new sentence.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { preview.log.contains("Drew help/call/index.html") })
            #expect(try preview.page("help/call/").contains("A new sentence."))
            #expect(try await preview.wait { preview.log.components(separatedBy: "Built ").count == 3 })
            #expect(try preview.page("help/call/").contains("A new sentence."))
        }
    }

    @Test func `after a fault the last good site stays, until it is put right`() async throws {
        try await withPreview { preview in
            let good = try #require(preview.folder.text("content/help/call/index.md"))
            try preview.folder.write("---\ntitle: [\n---\n\nBroken.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { preview.log.contains("error") })
            #expect(try preview.page("help/call/").contains("Broken.") == false)
            try preview.folder.write(good + "\nMended.\n", to: "content/help/call/index.md")
            #expect(try await preview.wait { try preview.page("help/call/").contains("Mended.") })
        }
    }

    @Test func `facts at the top of a page change the pages that show them`() async throws {
        try await withPreview { preview in
            let page = try #require(preview.folder.text("content/news.md"))
            let (old, new) = ("title: ", "title: Newest ")
            try preview.folder.write(page.replacingOccurrences(of: old, with: new), to: "content/news.md")
            #expect(try await preview.wait { try preview.page("pages/").contains("Newest ") })
            #expect(!preview.log.contains("Drew"))
        }
    }
}
