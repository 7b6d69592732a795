import Diagnostics
import Foundation
import Testing

@testable import Disk

/// A site of which a few files are replaced without looking at the others.
struct SiteWriterRevisionTests {
    private let writer = SiteWriter(sources: [], home: nil)
    private static let texts = ["same.html": "1", "a/changed.html": "2", "a/gone.js": "3"]

    private func withSite(_ body: (TemporaryFolder, SiteWriter.Contents) async throws -> Void) async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(Self.texts), to: root("out"))
            try await body(root, #require(SiteWriter.contents(of: root("out"))))
        }
    }

    @Test func `what is replaced is new, what is removed is gone, and the rest is the same`() async throws {
        try await withSite { root, last in
            #expect(last.files.map(\.path) == ["a/changed.html", "a/gone.js", "same.html"])
            let kept = try root.inode("out/same.html")
            let result = try await writer.revise(
                root("out"), from: last, replacing: site(["a/changed.html": "two", "a/new.js": "4"]),
                removing: ["a/gone.js"])
            let next = ["same.html": "1", "a/changed.html": "two", "a/new.js": "4"]
            #expect(result?.files.map(\.path) == ["a/changed.html", "a/new.js", "same.html"])
            #expect(result?.files.map(\.size) == [3, 1, 1] && result?.diagnostics.isEmpty == true)
            #expect(root.site("out") == next && root.names() == ["out"])
            #expect(try root.inode("out/same.html") == kept)
            #expect(try await writer.write(site(next), to: root("out")).isNoChange)
        }
    }

    @Test func `a site that another build wrote meanwhile is left alone`() async throws {
        try await withSite { root, last in
            _ = try await writer.write(site(Self.texts.merging(["same.html": "9"]) { $1 }), to: root("out"))
            let before = root.site("out")
            #expect(try await writer.revise(root("out"), from: last, replacing: site(["same.html": "2"])) == nil)
            #expect(root.site("out") == before)
        }
        try await withSite { root, last in
            try root.remove("out")
            #expect(try await writer.revise(root("out"), from: last, replacing: site(["same.html": "2"])) == nil)
        }
    }

    @Test func `somebody's file that came meanwhile is not deleted`() async throws {
        try await withSite { root, last in
            try root.write("mine", to: "out/a/thesis.txt")
            let result = try await writer.revise(root("out"), from: last, replacing: site(["same.html": "2"]))
            #expect(result?.diagnostics.map(\.code) == [.leftovers])
            #expect(root.text(".out.signpost-staging/a/thesis.txt") == "mine")
            #expect(root.site("out") == Self.texts.merging(["same.html": "2"]) { $1 })
        }
    }

    @Test func `a folder that no build made has no contents`() async throws {
        try await TemporaryFolder.with { root in
            #expect(SiteWriter.contents(of: root("out")) == nil)
            try root.write("mine", to: "out/thesis.txt")
            #expect(SiteWriter.contents(of: root("out")) == nil)
        }
    }

    @Test func `where files can have one name only, they are copied`() async throws {
        try await withSite { root, last in
            var writer = writer
            writer.changes.gate = { call, _ in call == "link" ? EPERM : 0 }
            _ = try await writer.revise(root("out"), from: last, replacing: site(["same.html": "2"]))
            #expect(root.site("out") == Self.texts.merging(["same.html": "2"]) { $1 })
        }
    }
}
