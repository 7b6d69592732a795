import Diagnostics
import Foundation
import Parallelism
import Testing

@testable import Disk

/// A site that arrives file by file.
struct IncomingSiteTests {
    private let writer = SiteWriter(sources: [], home: nil)
    private let old = ["index.html": "home", "a/page.html": "page"]

    @Test func `what is new is on the disk before the site is whole, and the old site is in its place`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(old), to: root("out"))
            try await writer.receive(into: root("out")) { incoming throws(DiskFailure) in
                site(["index.html": "home", "b/page.html": "new"]).forEach(incoming.take)
                #expect(root.files(below: ".out.signpost-staging") == ["b/page.html": "new"])
                #expect(root.site("out") == old)
                let report = try await incoming.place()
                #expect(report.written == ["b/page.html"] && report.removed == ["a/page.html"])
                #expect(report.unchanged == 1)
            }
            #expect(root.site("out") == ["index.html": "home", "b/page.html": "new"])
            #expect(root.names() == ["out"])
        }
    }

    @Test(arguments: [true, false])
    func `nothing remains of a site that is not placed`(isFirst: Bool) async throws {
        try await TemporaryFolder.with { root in
            if !isFirst { _ = try await writer.write(site(old), to: root("deep/er/out")) }
            try await writer.receive(into: root("deep/er/out")) { incoming throws(DiskFailure) in
                site(["index.html": "other", "b/page.html": "new"]).forEach(incoming.take)
            }
            #expect(root.names() == (isFirst ? [] : ["deep"]))
            #expect(root.site("deep/er/out") == (isFirst ? [:] : old))
            if !isFirst { #expect(TemporaryFolder(path: root("deep/er")).names() == ["out"]) }
        }
    }

    @Test func `a site that is just what is there leaves no trace on the disk`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await writer.write(site(old), to: root("out"))
            try await writer.receive(into: root("out")) { incoming throws(DiskFailure) in
                site(old).forEach(incoming.take)
                #expect(root.names() == [".out.signpost-lock", "out"])
                #expect(try await incoming.place().isNoChange)
            }
        }
    }

    @Test func `files come from many tasks at once`() async throws {
        try await TemporaryFolder.with { root in
            let texts = Dictionary(
                uniqueKeysWithValues: (0..<2_000).map { ("\($0 % 7)/\($0 % 50)/\($0).html", "\($0)") })
            for changed in [0, 1_000] {
                let files = site(texts.merging(["0/0/0.html": "changed \(changed)"]) { $1 })
                try await writer.receive(into: root("out")) { incoming throws(DiskFailure) in
                    _ = await files.concurrentMap(chunk: 8) { incoming.take($0) }
                    _ = try await incoming.place()
                }
                #expect(root.site("out") == texts.merging(["0/0/0.html": "changed \(changed)"]) { $1 })
            }
        }
    }

    @Test func `what went wrong on the way is said in the end, and no more is written`() async throws {
        try await TemporaryFolder.with { root in
            var writer = writer
            let creations = Gate()
            writer.changes.gate = { call, _ in call == "create" && creations.next() == 2 ? ENOSPC : 0 }
            let error = await #expect(throws: DiskFailure.self) {
                try await writer.receive(into: root("out")) { incoming throws(DiskFailure) in
                    for name in ["1", "2", "3"] { incoming.take(OutputFile(path: name, bytes: [])) }
                    #expect(root.files(below: ".out.signpost-staging").keys.sorted() == ["1"])
                    _ = try await incoming.place()
                }
            }
            let path = root("out/2")
            #expect(error?.diagnostics.map(\.message) == ["cannot make the file \"\(path)\": the disk is full"])
            #expect(root.names() == [])
        }
    }

    @Test func `a comparison tells what a build would change, and touches nothing`() async throws {
        try await TemporaryFolder.with { root in
            func differences(_ texts: [String: String]) async throws -> SiteWriter.Report {
                try await writer.compare(with: root("out")) { old in site(texts).forEach(old.take) }
            }
            #expect(try await differences(old).written == ["a/page.html", "index.html"])
            _ = try await writer.write(site(old), to: root("out"))
            let before = try root.inode("out")
            #expect(try await differences(old).isNoChange)
            let changed = try await differences(["index.html": "HOME", "new.html": ""])
            #expect(changed.written == ["index.html", "new.html"] && changed.removed == ["a/page.html"])
            #expect(try root.inode("out") == before && root.names() == ["out"])
        }
    }
}
