import Testing
import ZIPArchives

/// What is packed comes out as it was, in one form only.
struct ZIPWriterTests {
    private static let files: [(path: String, bytes: [UInt8])] = [
        ("a/empty", []), ("a/page.html", Array(String(repeating: "<p>Môr</p>", count: 500).utf8)),
        ("noise", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 7) }),
        ("Môr.txt", [1, 2, 3]),
    ].sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }

    private static var entries: [ZIPEntry] { files.map { ZIPEntry(path: $0.path, bytes: $0.bytes) } }

    @Test func `files come out in their order as they were`() throws {
        let read = try ZIPArchive.filesInOwnForm(ZIPArchive.archive(of: Self.entries))
        #expect(read.map(\.path) == Self.files.map(\.path) && read.map(\.bytes) == Self.files.map(\.bytes))
    }

    @Test func `the same files give the same archive, and what is packed twice is small`() {
        let archive = ZIPArchive.archive(of: Self.entries)
        #expect(archive == ZIPArchive.archive(of: Self.entries))
        #expect(archive.count < 5000)
    }

    @Test func `an archive of nothing is whole`() throws {
        #expect(try ZIPArchive.filesInOwnForm(ZIPArchive.archive(of: [])).isEmpty)
    }

    @Test func `names out of order are refused`() {
        let archive = ZIPArchive.archive(of: Self.entries.reversed())
        #expect(throws: ZIPFault.foreign) { try ZIPArchive.filesInOwnForm(archive) }
    }
}
