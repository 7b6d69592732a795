import CivilTime
import Foundation
import Integrity
import Testing
import ZIPArchives

@testable import Packs

/// A copy is what the board made, or somebody is told what in it is not.
struct PackCheckTests {
    private static let key = SigningKey.random()
    private static let foreign = SigningKey.random()

    private static func pack(_ school: String = "hill", key: SigningKey? = key) -> PackMaker.Pack {
        let made = CivilDate(daysSinceEpoch: 20_778)
        let terms = PackMaker.Terms(board: "Board", made: made, reviewBy: made.adding(months: 6), key: key)
        let style = (path: "assets/site.css", bytes: Array(String(repeating: "a{b:c}", count: 99).utf8))
        return PackMaker(terms, shared: [style]).pack(
            school: school, name: "School \(school)",
            files: [style, ("index.html", Array("<p>\(school)".utf8)), ("a/b.html", Array("<p>1".utf8))]
        ) { version in ("about-this-copy.html", Array(version.utf8)) }
    }

    private func faults(_ files: [PackMaker.File], school: String? = nil) -> [PackFault] {
        PackCheck(files: files, key: Self.key.verifyingKey, school: school).faults
    }

    @Test func `a pack is genuine as it was made, as an archive and as a folder`() throws {
        let pack = Self.pack()
        #expect(faults(pack.files).isEmpty)
        let check = PackCheck(archive: pack.archive, key: Self.key.verifyingKey, school: "hill")
        #expect(check.faults.isEmpty && check.signedBy == Self.key.verifyingKey)
        #expect(check.manifest?.version == pack.manifest.version)
    }

    @Test func `the same input gives the same bytes, and any other a new version`() {
        #expect(Self.pack().archive == Self.pack().archive)
        #expect(Self.pack().manifest.version != Self.pack("dale").manifest.version)
    }

    @Test func `a changed, a missing, an added and a renamed file are named`() {
        var files = Self.pack().files
        files["index.html"]?[1] ^= 1
        #expect(faults(files) == [.changed("index.html")])
        files["index.html"] = nil
        #expect(faults(files) == [.missing("index.html")])
        files.append(("index2.html", []))
        #expect(faults(files) == [.missing("index.html"), .added("index2.html")])
    }

    @Test func `any byte of any file changed is noticed`() {
        let whole = Self.pack().files
        for place in whole.indices {
            for byte in whole[place].bytes.indices {
                var files = whole
                files[place].bytes[byte] ^= 1 << UInt8(byte % 8)
                #expect(!faults(files).isEmpty, "\(whole[place].path) at \(byte)")
            }
        }
    }

    @Test func `what nobody signed, or another did, is not genuine`() {
        #expect(faults(Self.pack(key: nil).files) == [.notSigned])
        let other = Self.pack(key: Self.foreign)
        #expect(faults(other.files) == [.otherKey(Self.foreign.verifyingKey.text)])
        // Without the board's key only the files can be judged, and whose key it was is told.
        let check = PackCheck(files: other.files, key: nil)
        #expect(check.faults.isEmpty && check.signedBy == Self.foreign.verifyingKey)
    }

    @Test func `copies swapped between schools are noticed`() {
        let (hill, dale) = (Self.pack("hill"), Self.pack("dale"))
        #expect(faults(dale.files, school: "hill") == [.otherSchool("dale")])
        var mixed = hill.files
        mixed["index.html"] = dale.files["index.html"]
        #expect(faults(mixed) == [.changed("index.html")])
        var resealed = hill.files
        for name in [PackManifest.path, PackSignature.path] {
            resealed[name] = dale.files[name]
        }
        #expect(faults(resealed) == [.changed("about-this-copy.html"), .changed("index.html")])
    }

    @Test(arguments: [
        "../out.html", "/etc/passwd", "a/../../out.html", "a//b", "./a", "C:/a", "a\\b", "a/b/..", "a\nb", "",
    ])
    func `a path that leads elsewhere is refused, and nothing is believed`(_ path: String) {
        let check = PackCheck(files: Self.pack().files + [(path, [])], key: Self.key.verifyingKey)
        #expect(check.manifest == nil && check.faults.contains { if case .unsafe = $0 { true } else { false } })
        let archive = ZIPArchive.archive(of: [ZIPEntry(path: path.isEmpty ? "/" : path, bytes: [])])
        #expect(!PackCheck(archive: archive, key: nil).faults.isEmpty)
    }

    @Test func `two paths that differ in letter case alone are refused`() {
        let made = CivilDate(daysSinceEpoch: 20_778)
        let terms = PackMaker.Terms(board: "Board", made: made, reviewBy: made, key: Self.key)
        let pack = PackMaker(terms, shared: []).pack(
            school: "hill", name: "Hill", files: [("A.html", []), ("a.html", [])]
        ) { _ in ("about-this-copy.html", []) }
        #expect(faults(pack.files) == [.unsafe("a.html", why: "another file has the same path")])
    }

    @Test func `a manifest that is written differently is refused, were it only a space more`() {
        let bytes = Self.pack().manifest.bytes
        #expect(PackManifest(bytes: bytes) == Self.pack().manifest)
        #expect(PackManifest(bytes: bytes + [0x20]) == nil && PackManifest(bytes: []) == nil)
        for end in 0..<bytes.count { #expect(PackManifest(bytes: Array(bytes[..<end])) == nil) }
    }

    // MARK: Archives

    @Test func `an archive that is cut off anywhere is refused`() {
        let archive = Self.pack().archive
        for end in 0..<archive.count {
            #expect(!PackCheck(archive: Array(archive[..<end]), key: nil).faults.isEmpty)
        }
    }

    /// Packed bytes end in up to seven bits that mean nothing (RFC 1951, 3.1.1).
    @Test func `an archive with any one bit changed is refused, or holds the same files to the byte`() throws {
        let archive = Self.pack().archive
        let files = try ZIPArchive.filesInOwnForm(archive)
        for place in archive.indices {
            var changed = archive
            changed[place] ^= 1 << UInt8(place % 8)
            guard PackCheck(archive: changed, key: Self.key.verifyingKey).faults.isEmpty else { continue }
            let read = try ZIPArchive.filesInOwnForm(changed)
            #expect(read.map(\.path) == files.map(\.path) && read.map(\.bytes) == files.map(\.bytes), "byte \(place)")
        }
    }

    @Test func `bytes before, behind or between are refused`() {
        let archive = Self.pack().archive
        for more in [archive + [0], [0] + archive, archive + archive] {
            #expect(PackCheck(archive: more, key: nil).faults.count == 1)
        }
    }

    @Test func `two files of one name are refused`() {
        let twice = ZIPArchive.archive(of: [ZIPEntry(path: "a", bytes: [1]), ZIPEntry(path: "a", bytes: [2])])
        #expect(PackCheck(archive: twice, key: nil).faults == [.archive(.foreign)])
    }

    @Test func `an archive out of which far more comes than went in is refused`() {
        let bomb = ZIPArchive.archive(of: [ZIPEntry(path: "a", bytes: Array(repeating: 0, count: 64 << 20))])
        #expect(PackCheck(archive: bomb, key: nil).faults == [.archive(.tooLarge)])
    }

    /// `zip` and Python's zipfile keep times and permissions, and so do links.
    @Test
    func `a pack that was packed again, and a link in an archive, are refused`() throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appending(path: "packs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = folder.appending(path: "hill.zip")
        try Data(Self.pack().archive).write(to: pack)
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = ["-c", Self.repacking, pack.path, folder.path]
        try python.run()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0)
        for name in ["again", "link", "remark"] {
            let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).zip")))
            #expect(PackCheck(archive: bytes, key: nil).faults == [.archive(.foreign)], "\(name)")
        }
    }

    private static let repacking = """
        import sys, zipfile
        pack, folder = sys.argv[1:]
        with zipfile.ZipFile(pack) as old:
            assert old.testzip() is None
            with zipfile.ZipFile(folder + "/again.zip", "w", zipfile.ZIP_DEFLATED) as new:
                for name in old.namelist(): new.writestr(name, old.read(name))
        with zipfile.ZipFile(folder + "/link.zip", "w") as new:
            link = zipfile.ZipInfo("index.html"); link.external_attr = 0o120777 << 16
            new.writestr(link, "/etc/passwd")
        import shutil; shutil.copy(pack, folder + "/remark.zip")
        with zipfile.ZipFile(folder + "/remark.zip", "a") as new: new.comment = b"trust me"
        """
}

extension [PackMaker.File] {
    /// The bytes of a file; setting `nil` takes it out.
    fileprivate subscript(path: String) -> [UInt8]? {
        get { first { $0.path == path }?.bytes }
        set {
            guard let place = firstIndex(where: { $0.path == path }) else { return }
            if let newValue { self[place].bytes = newValue } else { remove(at: place) }
        }
    }
}
