import Foundation
import Testing

/// Whole little boards, built by the program and compared with `expected/` byte for byte.
struct SiteGoldenTests {
    @Test func `there are boards to build`() {
        #expect(BoardBuild.all.count >= 6)
    }

    @Test(arguments: BoardBuild.all)
    func `a board is built to the byte`(_ build: BoardBuild) async throws {
        try Golden.expect(try await build.files(), in: build.expected)
    }

    @Test(arguments: BoardBuild.all)
    func `every link on every page leads to a file of the site`(_ build: BoardBuild) async throws {
        let files = try await build.files()
        let links = files.flatMap { path, bytes in
            path.hasSuffix(".html") && path != "404.html" ? Link.all(in: bytes, of: path) : []
        }
        #expect(!links.isEmpty)
        for link in links {
            let file = try #require(link.file, "\(link) leads out of the site")
            #expect(files[file] != nil, "\(link) leads to \(file), which is not there")
        }
    }

    @Test func `a copy for schools names every file, because a disk does not`() async throws {
        let files = try await BoardBuild(site: "training", edition: "school").files()
        let links = files.flatMap { $0.hasSuffix(".html") && $0 != "404.html" ? Link.all(in: $1, of: $0) : [] }
        #expect(links.count { !$0.target.hasPrefix("#") } > 50)
        for link in links where !link.target.hasPrefix("#") {
            #expect(link.target.split(separator: "/").last?.contains(".") == true, "\(link) names a folder")
        }
    }

    @Test(arguments: ["public", "school", "trainer"])
    func `the sample board builds without a warning`(_ edition: String) async throws {
        let sample = Folder.repository.folder("content")
        try await Folder.temporary { folder in
            let outcome = try await Program.run(
                ["build", "--source", sample.path, "--edition", edition, "--as-of", BoardBuild.day, "--strict", "-q"],
                in: folder.path)
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        }
    }
}

/// A relative address in `href` or `src` of a page.
struct Link: CustomStringConvertible {
    let page: String
    let target: String

    static func all(in bytes: [UInt8], of page: String) -> [Link] {
        let html = String(decoding: bytes, as: UTF8.self)
        return ["href=\"", "src=\""].flatMap { mark in
            html.split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { rest in
                Link(page: page, target: String(rest.prefix { $0 != "\"" }))
            }
        }.filter { !$0.target.contains(":") }
    }

    /// The file that a server sends for it; `nil` where it leads out of the site.
    var file: String? {
        let path = target.prefix { $0 != "#" }
        guard !path.isEmpty else { return page }
        var steps = page.split(separator: "/").dropLast().map(String.init)
        for step in path.split(separator: "/") where step != "." {
            if step != ".." {
                steps.append(step.removingPercentEncoding ?? "?")
            } else if steps.popLast() == nil {
                return nil
            }
        }
        if path.hasSuffix("/") || path.hasSuffix("..") { steps.append("index.html") }
        return steps.joined(separator: "/")
    }

    var description: String { "the link \"\(target)\" on \(page)" }
}
