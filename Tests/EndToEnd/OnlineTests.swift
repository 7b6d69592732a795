import Foundation
import Testing

/// `check --online`, against a server on this computer that has every fault. Nothing here touches the network.
@Suite(.serialized)
struct OnlineTests {
    @Test func `links to other sites are asked for when somebody says so, and not before`() async throws {
        try await Self.withBoard { folder, server in
            let quiet = try await Self.check([], in: folder)
            #expect(quiet.status == 0, "\(quiet.errors)")
            #expect(try Self.log(of: server).isEmpty)
            let asked = try await Self.check(["--online"], in: folder)
            // How long a port is differs from run to run, and so does what the caret underlines.
            let said = asked.errors.replacing(server, with: "SERVER").replacing(/\^+/, with: "^")
            #expect(asked.status == 0)
            #expect(said == Self.expected, "\(said)")
        }
    }

    @Test func `what works is remembered for a week, and what does not is asked for again`() async throws {
        try await Self.withBoard { folder, server in
            _ = try await Self.check(["--online"], in: folder)
            let first = try Self.log(of: server)
            let again = try await Self.check(["--online", "--fail-on", "warning"], in: folder)
            #expect(again.status == 2)
            let second = try Self.log(of: server).dropFirst(first.count)
            #expect(!second.contains("HEAD /fine") && second.contains("HEAD /missing"))
            #expect(folder.text("cache/signpost/links.tsv")?.contains("\t\(server)/moved\t\(server)/fine") == true)
            #expect(!folder.files().keys.contains { $0.hasPrefix("content/") && $0.hasSuffix(".tsv") })
            _ = try await Self.check(["--online", "--max-age", "0"], in: folder)
            #expect(try Self.log(of: server).dropFirst(first.count + second.count).contains("HEAD /fine"))
        }
    }

    @Test func `without the program that asks, people are told what is missing`() async throws {
        try await Self.withBoard { folder, _ in
            let outcome = try await Self.check(["--online"], in: folder, path: folder.path)
            #expect(outcome.status == 0)
            #expect(
                outcome.errors.contains(
                    "note[SP275]: links to other sites could not be checked: the program `curl` is not there"))
        }
    }

    @Test func `every link is listed without asking anybody`() async throws {
        try await Self.withBoard { folder, server in
            let report = try await Program.run(["report", "links", "--format", "csv"], in: folder.path)
            #expect(report.status == 0, "\(report.errors)")
            #expect(report.output.contains("\(server)/missing,page,Fault,Policy officer,content/fault.md,9"))
            #expect(try Self.log(of: server).isEmpty)
        }
    }

    private static let expected = """
        warning[SP257]: SERVER/missing does not work: there is no such page (404)
          --> content/fault.md:9:17
        9 | See [our guide](SERVER/missing) and
          |                 ^
          = help: find where it has gone, or take the link out

        note[SP258]: SERVER/moved has moved for good
          --> content/fault.md:10:13
        10 | [a leaflet](SERVER/moved), [a film](SERVER/busy).
           |             ^
          = help: write SERVER/fine

        note[SP275]: SERVER/private could not be checked: its robots.txt asks programs to stay away
          --> content/fault.md:12:14
        12 | Not [a list](SERVER/private).
           |              ^
          = help: open it in a browser

        1 warning. Run `signpost explain SP257` to read more about the first.

        """

    private static func check(
        _ arguments: [String], in folder: Folder, path: String = "/usr/bin:/bin"
    ) async throws -> Program.Outcome {
        try await Program.run(
            ["check", "--as-of", BoardBuild.day] + arguments, in: folder.path,
            environment: ["XDG_CACHE_HOME": folder("cache"), "PATH": path])
    }

    /// What the server was asked, but for `robots.txt`.
    private static func log(of server: String) throws -> [String] {
        let curl = Process()
        let output = Pipe()
        curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        curl.arguments = ["--silent", server + "/log"]
        curl.standardOutput = output
        try curl.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        curl.waitUntilExit()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }.filter { !$0.contains("robots") }
    }

    /// The board of the invalid sites, with links to a server that is there as long as `body` runs.
    private static func withBoard(_ body: (Folder, String) async throws -> Void) async throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [Folder.repository("Tests/WebClientTests/Server/faulty_server.py")]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        // A signal can end a read before there is anything.
        var said = Data()
        while said.last != UInt8(ascii: "\n"), process.isRunning { said += output.fileHandleForReading.availableData }
        let server =
            "http://127.0.0.1:" + (try #require(String(decoding: said, as: UTF8.self).split(separator: " ").first))
        try await Folder.temporary { folder in
            try folder.add(InvalidSite.folder.folder("base"), under: ".")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            for layout in PlainTheme.layouts.keys {
                try folder.write("{{page.content}}\n", to: "themes/plain/layouts/" + layout)
            }
            let settings = folder.text("content/signpost.yaml") ?? ""
            try folder.write(
                settings.replacing("https://www.example.org/weather", with: server + "/fine"),
                to: "content/signpost.yaml")
            try folder.write(
                (folder.text("content/fault.md") ?? "").replacing(
                    "Text.",
                    with:
                        "See [our guide](\(server)/missing) and\n[a leaflet](\(server)/moved), [a film](\(server)/busy).\n\n"
                        + "Not [a list](\(server)/private)."), to: "content/fault.md")
            try await body(folder, server)
        }
    }
}
