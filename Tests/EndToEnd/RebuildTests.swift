import Foundation
import Testing

/// What a second build does to the site that is there.
struct RebuildTests {
    /// Works in a folder with a board and the site that was built from it.
    private func withSite(_ body: (Folder) async throws -> Void) async throws {
        try await Folder.temporary { folder in
            try folder.add(BoardBuild(site: "subfolder", edition: "public").content, under: "content")
            try folder.add(Folder.tests.folder("Themes"), under: "themes")
            let outcome = try await build(folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            try await body(folder)
        }
    }

    private func build(_ folder: Folder) async throws -> Program.Outcome {
        try await Program.run(["build", "--as-of", BoardBuild.day], in: folder.path)
    }

    @Test func `with nothing new, nothing is touched`() async throws {
        try await withSite { folder in
            let before = try folder.folder("site").stamps()
            #expect(before.count > 20)
            #expect(try await build(folder).status == 0)
            #expect(try folder.folder("site").stamps() == before)
        }
    }

    @Test func `the page of a removed file is removed, and the rest stays`() async throws {
        try await withSite { folder in
            let before = folder.folder("site").files()
            try folder.remove("content/news.md")
            #expect(try await build(folder).status == 0)
            let after = folder.folder("site").files()
            #expect(before["news/index.html"] != nil && !folder.exists("site/news"))
            #expect(after["help/call/index.html"] != nil && after["robots.txt"] == before["robots.txt"])
        }
    }

    @Test func `a site that was changed in pieces is the site of a clean build`() async throws {
        try await withSite { folder in
            try folder.remove("content/news.md")
            try folder.write(
                "---\ntitle: More\nsummary: More.\naudience: [parents]\n---\n\nMore.\n", to: "content/more.md")
            #expect(try await build(folder).status == 0)
            let inPieces = folder.folder("site").files()
            try folder.remove("site")
            #expect(try await build(folder).status == 0)
            #expect(folder.folder("site").files() == inPieces)
        }
    }

    @Test func `with an error the site that is there stays as it is`() async throws {
        try await withSite { folder in
            let before = try folder.folder("site").stamps()
            try folder.write("no front matter\n", to: "content/news.md")
            #expect(try await build(folder).status == 1)
            #expect(try folder.folder("site").stamps() == before)
        }
    }

    @Test func `a folder that holds somebody else's file is refused, and the file stays`() async throws {
        try await withSite { folder in
            try folder.write("mine", to: "site/thesis.txt")
            let before = folder.folder("site").files()
            try folder.remove("content/news.md")
            let outcome = try await build(folder)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("holds \"thesis.txt\" that Signpost did not make"))
            #expect(folder.folder("site").files() == before)
        }
    }

    @Test func `nothing but the site and the evidence of its release is left beside it`() async throws {
        try await withSite { folder in
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(
                Set(names).subtracting([".site.signpost-lock"]) == ["content", "themes", "site", "site.release.json"])
        }
    }
}
