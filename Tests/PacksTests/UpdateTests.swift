import CivilTime
import Integrity
import Testing
import ZIPArchives

@testable import Packs

/// An update makes the newer copy out of the older one, to the byte, or nothing at all.
struct UpdateTests {
    private static let key = SigningKey.random()
    private static let old: [String: String] = [
        "index.html": "<p>one", "gone.html": "<p>gone", "parents/gone.html": "<p>deep", "images/gone.svg": "<svg/>",
        "same.html": "<p>same",
    ]
    private static let new: [String: String] = [
        "index.html": "<p>two", "new.html": "<p>new", "same.html": "<p>same",
    ]

    private static func maker(key: SigningKey? = key, day: Int = 20_778) -> PackMaker {
        let made = CivilDate(daysSinceEpoch: day)
        return PackMaker(
            PackMaker.Terms(board: "Board", made: made, reviewBy: made.adding(months: 6), key: key), shared: [])
    }

    private static func pack(
        _ files: [String: String], school: String = "hill", by maker: PackMaker = maker()
    ) -> PackMaker.Pack {
        maker.pack(school: school, name: "School", files: files.map { ($0.key, Array($0.value.utf8)) }) {
            ("about-this-copy.html", Array($0.utf8))
        }
    }

    private static func update(
        from old: [String: String] = old, to new: [String: String] = new, by maker: PackMaker = maker()
    ) throws -> [UInt8] {
        try #require(maker.update(of: pack(old, by: maker).manifest, to: pack(new, by: maker)))
    }

    private func outcome(
        _ update: [UInt8], on files: [PackMaker.File], key: SigningKey? = key
    ) -> UpdateCheck.Outcome {
        UpdateCheck(archive: update, key: key?.verifyingKey).outcome(on: files)
    }

    private func refusals(_ outcome: UpdateCheck.Outcome) -> [PackFault] {
        if case .refused(let faults) = outcome { faults } else { [] }
    }

    /// What a program that knows nothing of updates does: files are added and replaced, and none removed.
    private func unzipped(_ archive: [UInt8], over files: [PackMaker.File]) throws -> [PackMaker.File] {
        let new = try ZIPArchive.filesInOwnForm(archive)
        let names = Set(new.map(\.path))
        return files.filter { !names.contains($0.path) } + new.map { ($0.path, $0.bytes) }
    }

    @Test func `an update makes the newer copy to the byte`() throws {
        guard case .copy(let files) = outcome(try Self.update(), on: Self.pack(Self.old).files) else {
            Issue.record("the update was refused")
            return
        }
        let wanted = Self.pack(Self.new).files
        #expect(files.map(\.path) == wanted.map(\.path) && files.map(\.bytes) == wanted.map(\.bytes))
    }

    @Test func `an update holds what changed and nothing else, and the same is the same bytes`() throws {
        #expect(try Self.update() == Self.update())
        let names = try ZIPArchive.filesInOwnForm(Self.update()).map(\.path)
        #expect(
            names == [
                "about-this-copy.html", "gone.html", "images/gone.svg", "index.html", "manifest.json", "manifest.sig",
                "new.html", "parents/gone.html", "update.json", "update.sig",
            ])
        #expect(Self.maker().update(of: Self.pack(Self.old).manifest, to: Self.pack(Self.old)) == nil)
    }

    @Test func `unpacked over the old copy it is genuine, and no page that is gone can be read`() throws {
        let files = try unzipped(Self.update(), over: Self.pack(Self.old).files)
        let check = PackCheck(files: files, key: Self.key.verifyingKey, school: "hill")
        #expect(check.faults.isEmpty)
        #expect(check.leftovers == ["gone.html", "images/gone.svg", "parents/gone.html"])
        let deep = try #require(files.first { $0.path == "parents/gone.html" })
        #expect(String(decoding: deep.bytes, as: UTF8.self).contains("content=\"0; url=../index.html\""))
        // The same once more clears away what is left, and a third time there is nothing to do.
        guard case .copy(let cleared) = outcome(try Self.update(), on: files) else {
            Issue.record("it cannot be cleared up")
            return
        }
        #expect(cleared.map(\.path).sorted() == Self.pack(Self.new).files.map(\.path))
        if case .isThere = outcome(try Self.update(), on: cleared) {} else { Issue.record("it is not there") }
    }

    @Test func `a page that comes back is whole again`() throws {
        let once = try unzipped(Self.update(), over: Self.pack(Self.old).files)
        let back = try Self.update(from: Self.new, to: Self.old)
        let twice = try unzipped(back, over: once)
        #expect(PackCheck(files: twice, key: Self.key.verifyingKey).faults.isEmpty)
        guard case .copy(let files) = outcome(back, on: once) else {
            Issue.record("the update was refused")
            return
        }
        #expect(files.map(\.path) == Self.pack(Self.old).files.map(\.path))
    }

    @Test func `an update for another version, another school, or of another's key is refused`() throws {
        let other = Self.pack(["index.html": "<p>none"])
        #expect(
            refusals(outcome(try Self.update(), on: other.files)) == [
                .otherVersion(is: other.manifest.version, wanted: Self.pack(Self.old).manifest.version)
            ])
        let dale = Self.pack(Self.old, school: "dale")
        #expect(refusals(outcome(try Self.update(), on: dale.files)) == [.otherSchool("dale")])
        #expect(UpdateCheck(archive: try Self.update(), key: nil, school: "dale").faults == [.otherSchool("hill")])
        let foreign = SigningKey.random()
        let forged = try Self.update(by: Self.maker(key: foreign))
        #expect(refusals(outcome(forged, on: Self.pack(Self.old).files)) == [.otherKey(foreign.verifyingKey.text)])
        let unsigned = try Self.update(by: Self.maker(key: nil))
        #expect(refusals(outcome(unsigned, on: Self.pack(Self.old).files)) == [.notSigned])
    }

    @Test func `a copy that somebody changed is refused, so that nobody's change is lost or kept unseen`() throws {
        var files = Self.pack(Self.old).files
        files.append(("extra.html", [1]))
        #expect(refusals(outcome(try Self.update(), on: files)) == [.added("extra.html")])
        #expect(refusals(outcome(try Self.update(), on: [])) == [.noManifest])
    }

    @Test func `any file of an update that is changed, missing or added is noticed`() throws {
        let files = try ZIPArchive.filesInOwnForm(Self.update())
        let copy = Self.pack(Self.old).files
        for place in files.indices {
            var changed = files
            changed[place].bytes.append(0x20)
            var missing = files
            let name = missing.remove(at: place).path
            for other in [changed, missing] {
                let archive = ZIPArchive.archive(of: other.map { ZIPEntry(path: $0.path, bytes: $0.bytes) })
                switch outcome(archive, on: copy) {
                case .refused: break
                // What it brings in the place of a removed file is not used where the file can be removed.
                case .copy(let result):
                    #expect(name.contains("gone") && result.map(\.path) == Self.pack(Self.new).files.map(\.path))
                case .isThere: Issue.record("\(name)")
                }
            }
        }
        let more = (files + [("zzz.html", [1])]).map { ZIPEntry(path: $0.0, bytes: $0.1) }
        #expect(!refusals(outcome(ZIPArchive.archive(of: more), on: copy)).isEmpty)
        let outside = (files + [("../zzz.html", [1])]).sorted { $0.0 < $1.0 }.map { ZIPEntry(path: $0.0, bytes: $0.1) }
        #expect(!refusals(outcome(ZIPArchive.archive(of: outside), on: copy)).isEmpty)
    }

    @Test func `an update with any one bit changed is refused, or makes the same copy`() throws {
        let update = try Self.update()
        let copy = Self.pack(Self.old).files
        let wanted = Self.pack(Self.new).files.map(\.bytes)
        for place in update.indices {
            var changed = update
            changed[place] ^= 1 << UInt8(place % 8)
            switch outcome(changed, on: copy) {
            case .refused: break
            case .copy(let files): #expect(files.map(\.bytes) == wanted, "byte \(place)")
            case .isThere: Issue.record("byte \(place)")
            }
        }
    }

    @Test func `what an update leaves of itself in a folder must fit the copy`() throws {
        var files = try unzipped(Self.update(), over: Self.pack(Self.old).files)
        let place = try #require(files.firstIndex { $0.path == "update.sig" })
        files[place].bytes[50] ^= 1
        #expect(
            PackCheck(files: files, key: Self.key.verifyingKey).faults == [.added("update.json"), .added("update.sig")])
    }
}
