import Foundation
import Testing

@testable import Disk

/// The second folder with names for the site's files, in which the next site is put together.
struct SpareTests {
    private static let spare = ".out.signpost-spare"

    private let writer: SiteWriter = {
        var writer = SiteWriter(sources: [], home: nil)
        writer.keepsSpare = true
        return writer
    }()

    @Test func `a later build leaves one, with the site's own files and no others`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(["a.html": "1", "withdrawn/b.html": "2"]), to: root("out"))
            #expect(root.names() == ["out"])
            _ = try await writer.write(site(["a.html": "1", "c/d.html": "3"]), to: root("out"))
            #expect(root.names() == [Self.spare, "out"])
            #expect(root.site(Self.spare) == root.site("out"))
            for path in ["a.html", "c/d.html"] {
                #expect(try root.inode("\(Self.spare)/\(path)") == root.inode("out/\(path)"))
            }
        }
    }

    @Test func `a build that finds one makes only the calls that its changes take`() async throws {
        try await TemporaryFolder.with { root in
            var texts: [String: String] = [:]
            for page in 0..<500 { texts["p\(page)/index.html"] = "\(page)" }
            _ = try await writer.write(site(texts), to: root("out"))
            texts["p1/index.html"] = "one"
            _ = try await writer.write(site(texts), to: root("out"))
            texts["p2/index.html"] = "two"
            texts["p3/index.html"] = nil
            texts["p3"] = "a file now"
            let gate = Gate()
            var counted = writer
            counted.changes.gate = { _, _ in
                _ = gate.next()
                return 0
            }
            let report = try await counted.write(site(texts), to: root("out"))
            #expect(report.written == ["p2/index.html", "p3"] && report.removed == ["p3/index.html"])
            #expect(root.site("out") == texts && root.site(Self.spare) == texts)
            #expect(gate.calls < 40)
        }
    }

    @Test(arguments: ["a.html", "b/c.html", ".signpost/manifest"])
    func `whatever was done to it, the site is right`(path: String) async throws {
        for text in ["theirs", nil] {
            try await TemporaryFolder.with { root in
                _ = try await writer.write(site(["a.html": "1", "b/c.html": "2"]), to: root("out"))
                _ = try await writer.write(site(["a.html": "1", "b/c.html": "3"]), to: root("out"))
                try root.remove("\(Self.spare)/\(path)")
                if let text { try root.write(text, to: "\(Self.spare)/\(path)") }
                let next = ["a.html": "1", "b/c.html": "3", "d.html": "4"]
                _ = try await writer.write(site(next), to: root("out"))
                #expect(root.site("out") == next && root.site(Self.spare) == next)
            }
        }
    }

    @Test func `somebody's file in it is neither published nor deleted`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(["a.html": "1"]), to: root("out"))
            _ = try await writer.write(site(["a.html": "2"]), to: root("out"))
            try root.write("mine", to: "\(Self.spare)/notes.txt")
            _ = try await writer.write(site(["a.html": "3"]), to: root("out"))
            #expect(root.site("out") == ["a.html": "3"])
            #expect(root.text("\(Self.spare)/notes.txt") == "mine")
        }
    }

    @Test func `a writer that keeps none removes one that is there`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(["a.html": "1"]), to: root("out"))
            _ = try await writer.write(site(["a.html": "2"]), to: root("out"))
            _ = try await SiteWriter(sources: [], home: nil).write(site(["a.html": "3"]), to: root("out"))
            #expect(root.names() == ["out"])
        }
    }

    /// Sites at random, one after the other: each is as it should be, and so is what is beside it.
    @Test(arguments: 0..<8)
    func `a row of builds leaves the last site and nothing else`(seed: UInt64) async throws {
        var random = Seeded(seed: seed)
        try await TemporaryFolder.with { root in
            for _ in 0..<40 {
                var texts: [String: String] = ["index.html": "home"]
                for name in ["a", "b", "c"] {
                    // A name is a file, a folder, or not there.
                    let text = String(Int.random(in: 0...2, using: &random))
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: texts[name] = text
                    case 1: texts["\(name)/index.html"] = text
                    case 2: texts["\(name)/\(name)/index.html"] = text
                    default: break
                    }
                }
                if root.text("out/index.html") != nil, Int.random(in: 0...5, using: &random) == 0 {
                    try? root.write("theirs", to: "out/index.html")
                }
                _ = try await writer.write(site(texts), to: root("out"))
                #expect(root.site("out") == texts)
                let hasSpare = root.names() == [Self.spare, "out"]
                #expect(hasSpare ? root.site(Self.spare) == texts : root.names() == ["out"])
            }
        }
    }
}
