import Foundation
import TestSupport
import Testing

@testable import Disk

struct BuildRecordTests {
    private static let circumstances = ["2026-11-21", "build"]
    private static let files = site(["index.html": "home", "a/b/index.html": "page"])

    /// A folder `in` that was read, a site `out` that was made of it, and the record of both.
    private func withRecord(_ body: (TemporaryFolder) async throws -> Void) async throws {
        try await TemporaryFolder.with { root in
            try root.write("one", to: "in/one.md")
            try root.write("two", to: "in/sub/two.md")
            _ = try await SiteWriter(sources: [], home: nil).write(Self.files, to: root("out"))
            try root.write("evidence", to: "out.json")
            let found = await SourceTree.sighted(root: root("in"))
            let record = await BuildRecord(
                of: Self.files.map { ($0.path, $0.bytes.count) }, in: root("out"), and: [root("out.json")],
                inputs: found.sightings + [Sighting(at: root("nowhere"))], circumstances: Self.circumstances,
                answer: ["said", "ünd\nsaid"])
            try #require(record).save(beside: root("out"))
            try await body(root)
        }
    }

    private func current(_ root: TemporaryFolder, _ circumstances: [String] = circumstances) async -> BuildRecord? {
        switch await BuildRecord.standing(beside: root("out"), circumstances: circumstances) {
        case .same(let record): record
        case .changed, .unknown: nil
        }
    }

    @Test func `where nothing has changed, the record has the answer`() async throws {
        try await withRecord { root in
            #expect(await current(root)?.answer == ["said", "ünd\nsaid"])
            #expect(root.names() == [".out.signpost-record", "in", "out", "out.json"])
        }
    }

    @Test(arguments: [["2026-11-22", "build"], ["2026-11-21"], ["2026-11-21", "build", "--drafts"], []])
    func `under other circumstances it says nothing`(circumstances: [String]) async throws {
        try await withRecord { root in #expect(await current(root, circumstances) == nil) }
    }

    @Test(arguments: ["in/one.md", "in/sub/two.md", "out/index.html", "out/a/b/index.html", "out.json"])
    func `a file that was removed or written anew is noticed`(path: String) async throws {
        try await withRecord { root in
            let text = try #require(root.text(path))
            try root.write(text, to: path)
            #expect(await current(root) == nil)
        }
        try await withRecord { root in
            try root.remove(path)
            #expect(await current(root) == nil)
        }
    }

    @Test(arguments: ["in/new.md", "in/sub/new.md", "nowhere", "out/new.html", "out/a/new.html"])
    func `a file that was added is noticed`(path: String) async throws {
        try await withRecord { root in
            try root.write("new", to: path)
            #expect(await current(root) == nil)
        }
    }

    /// The files that have changed, where that is all that happened.
    private func changed(_ root: TemporaryFolder) async -> [String]? {
        switch await BuildRecord.standing(beside: root("out"), circumstances: Self.circumstances) {
        case .same: []
        case .changed(_, let files): files
        case .unknown: nil
        }
    }

    @Test func `files of which only the contents changed are named`() async throws {
        try await withRecord { root in
            #expect(await changed(root) == [])
            try root.write("one more", to: "in/one.md")
            #expect(await changed(root) == [root("in/one.md")])
            try root.write("two more", to: "in/sub/two.md")
            #expect(await changed(root) == [root("in/one.md"), root("in/sub/two.md")])
        }
    }

    @Test func `a file that was written anew under the same name has changed, and its folder has not`() async throws {
        try await withRecord { root in
            try root.write("one", to: "in/.one.md.new")
            try root.remove("in/one.md")
            try root.rename("in/.one.md.new", to: "in/one.md")
            #expect(await changed(root) == [root("in/one.md")])
        }
        try await withRecord { root in
            try root.write("litter", to: "in/.one.md.swp")
            #expect(await current(root) != nil)
        }
    }

    @Test(arguments: ["in/new.md", "in/sub/new.md", "nowhere", "out/new.html", "out/index.html", "out.json"])
    func `where more has changed than the contents of files, none is named`(path: String) async throws {
        try await withRecord { root in
            try root.write("one more", to: "in/one.md")
            try root.write("new", to: path)
            #expect(await changed(root) == nil)
        }
        try await withRecord { root in
            try root.remove("in/sub/two.md")
            #expect(await changed(root) == nil)
            try root.folder("in/sub/two.md")
            #expect(await changed(root) == nil)
        }
    }

    @Test func `what is read again counts as read, and does not go together with other changes`() async throws {
        try await withRecord { root in
            let record = try #require(BuildRecord.read(beside: root("out"), circumstances: Self.circumstances))
            try root.write("one more", to: "in/one.md")
            func inputs() async -> [Sighting]? {
                record.inputs(
                    seen: await SourceTree.sighted(root: root("in")).sightings, takingIn: [root("in/one.md")])
            }
            #expect(await inputs()?.hold == true)
            try root.write("litter", to: "in/.one.md.swp")
            #expect(await inputs()?.hold == true)
            try root.write("two more", to: "in/sub/two.md")
            #expect(await inputs() == nil)
        }
    }

    @Test(arguments: ["in/one.md", "in/sub/two.md", "in/sub/new.md", "nowhere"])
    func `what changes after it was read is told from the rest`(path: String) async throws {
        try await withRecord { root in
            let seen = await SourceTree.sighted(root: root("in")).sightings + [Sighting(at: root("nowhere"))]
            #expect(await seen.moved().isEmpty)
            try root.write("litter", to: "in/.one.md.swp")
            #expect(await seen.moved().isEmpty)
            try root.write("another text", to: path)
            #expect(await seen.moved() == [path == "in/sub/new.md" ? root("in/sub") : root(path)])
        }
    }

    @Test func `what is removed after it was read is told from the rest`() async throws {
        try await withRecord { root in
            let seen = await SourceTree.sighted(root: root("in")).sightings
            try root.remove("in/sub/two.md")
            #expect(await seen.moved() == [root("in/sub"), root("in/sub/two.md")])
        }
    }

    @Test func `what a build that was ended left behind is noticed`() async throws {
        try await withRecord { root in
            try root.folder(".out.signpost-staging")
            #expect(await current(root) == nil)
        }
    }

    @Test func `a file that leads elsewhere is noticed`() async throws {
        try await TemporaryFolder.with { root in
            for (name, text) in [("a", "1"), ("b", "2")] { try root.write(text, to: "in/.hidden/\(name)") }
            try root.link("in/.hidden/link", to: "a")
            try root.link("in/page.md", to: ".hidden/link")
            let sightings = await SourceTree.sighted(root: root("in")).sightings
            #expect(sightings.count == 2 && sightings.hold)
            try root.remove("in/.hidden/link")
            try root.link("in/.hidden/link", to: "b")
            #expect(!sightings.hold)
        }
    }

    @Test func `a change within one tick of the clock is noticed`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("one", to: "page.md")
            let sighting = Sighting(at: root("page.md"))
            let young = Sighting(path: sighting.path, stamp: sighting.stamp, contents: Checksum(of: "two".utf8).value)
            #expect(sighting.contents != nil && sighting.holds && !young.holds)
        }
    }

    @Test func `a stamp that is old enough stands alone`() async throws {
        try await TemporaryFolder.with { root in
            try root.write("one", to: "page.md")
            let sighting = Sighting(at: root("page.md"))
            let later = FileStamp.Instant(nanoseconds: FileStamp.Instant.now.nanoseconds + 3_000_000_000)
            #expect(sighting.settled(at: later).contents == nil && sighting.settled(at: later).holds)
            #expect(sighting.settled(at: .now) == sighting)
        }
    }

    @Test func `a record of which any byte is wrong is none`() async throws {
        try await withRecord { root in
            let bytes = try #require(BuildRecord.read(beside: root("out"), circumstances: Self.circumstances)).bytes
            for index in bytes.indices {
                var damaged = bytes
                damaged[index] ^= 1
                #expect(BuildRecord(parsing: damaged) == nil)
                #expect(BuildRecord(parsing: Array(bytes[..<index])) == nil)
            }
        }
    }

    @Test func `a site that is not what was built is not recorded`() async throws {
        try await TemporaryFolder.with { root in
            _ = try await SiteWriter(sources: [], home: nil).write(Self.files, to: root("out"))
            try root.write("another page", to: "out/index.html")
            let record = await BuildRecord(
                of: Self.files.map { ($0.path, $0.bytes.count) }, in: root("out"), and: [], inputs: [],
                circumstances: [], answer: [])
            #expect(record == nil)
        }
    }

    /// Edits of every kind, at random: wherever the record holds, the bytes are those that were read.
    @Test(arguments: 0..<8)
    func `no sequence of edits deceives the record`(seed: UInt64) async throws {
        var random = Seeded(seed)
        try await TemporaryFolder.with { root in
            let names = ["a.md", "b.md", "sub/c.md", "sub/d.md"]
            for name in names { try root.write(name, to: "in/\(name)") }
            for _ in 0..<60 {
                let found = await SourceTree.sighted(root: root("in"))
                for _ in 0..<Int.random(in: 0...2, using: &random) { try edit(root, names, &random) }
                let now = await SourceTree.sighted(root: root("in"))
                let isSame = now.files == found.files
                if found.sightings.hold { #expect(isSame) }
            }
        }
    }

    private func edit(_ root: TemporaryFolder, _ names: [String], _ random: inout Seeded) throws {
        let path = "in/" + names[Int.random(in: names.indices, using: &random)]
        let other = "in/" + names[Int.random(in: names.indices, using: &random)]
        let isThere = root.text(path) != nil
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try root.write(Bool.random(using: &random) ? "same" : "size", to: path)
        case 1 where isThere: try root.remove(path)
        case 2 where isThere && root.text(other) == nil: try root.rename(path, to: other)
        case 3 where isThere:
            // A tool that keeps dates: same size, same date of change, other bytes.
            let date = try FileManager.default.attributesOfItem(atPath: root(path))[.modificationDate]
            try root.write("date", to: path)
            try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: root(path))
        case 4 where isThere: try root.write(root.text(path) ?? "", to: path)
        default: try root.write("new", to: path)
        }
    }
}

extension [Sighting] {
    fileprivate var hold: Bool { allSatisfy(\.holds) }
}
