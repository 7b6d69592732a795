import Foundation
import Testing
import ZIPArchives

/// Archives are read whole, within limits, or not at all.
struct ZIPArchiveTests {
    private func archive(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Archives")
        return Array(try Data(contentsOf: folder.appending(path: name + ".zip")))
    }

    @Test(arguments: ["two-files", "stored"])
    func `the files that are wanted are read`(_ name: String) throws {
        let files = try ZIPArchive.read(archive(name)) { $0 == "a.xml" }
        #expect(files == ["a.xml": Array("one".utf8)])
    }

    @Test func `folders are part of the name`() throws {
        let files = try ZIPArchive.read(archive("two-files")) { $0.hasSuffix(".xml") }
        #expect(files.keys.sorted() == ["a.xml", "b/c.xml"] && files["b/c.xml"]?.count == 3000)
    }

    @Test func `what grows too much is refused, and so are too many files or bytes`() throws {
        #expect(throws: ZIPFault.tooLarge) { try ZIPArchive.read(archive("zeros")) { _ in true } }
        var limits = ZIPArchive.Limits()
        limits.growth = 2000
        #expect(try ZIPArchive.read(archive("zeros"), limits: limits) { _ in true }["a.xml"]?.count == 4 << 20)
        limits.bytes = 1 << 20
        #expect(throws: ZIPFault.tooLarge) { try ZIPArchive.read(archive("zeros"), limits: limits) { _ in true } }
        limits.entries = 49
        #expect(throws: ZIPFault.tooLarge) { try ZIPArchive.read(archive("many"), limits: limits) { _ in false } }
    }

    @Test func `two files of one name, and a password, are refused`() {
        #expect(throws: ZIPFault.damaged) { try ZIPArchive.read(archive("same-name")) { _ in true } }
        #expect(throws: ZIPFault.encrypted) { try ZIPArchive.read(archive("encrypted")) { _ in true } }
    }

    /// The last bytes say nothing about files: where the list of files starts, and how long a remark is.
    @Test func `an archive that is cut off is refused, or nothing of it is missing`() throws {
        let whole = try archive("two-files")
        let files = try ZIPArchive.read(whole) { _ in true }
        for end in 0..<whole.count {
            let read = try? ZIPArchive.read(Array(whole[..<end])) { _ in true }
            let isComplete = read == files
            #expect(read == nil || (isComplete && end > whole.count - 8))
        }
    }

    /// Swift's checks and minizip's together: no byte that is wrong brings the program down.
    @Test func `an archive with any one byte changed is read or refused`() throws {
        let whole = try archive("two-files")
        for place in whole.indices {
            var changed = whole
            changed[place] ^= UInt8(1 << (place % 8))
            _ = try? ZIPArchive.read(changed) { _ in true }
        }
        #expect(try ZIPArchive.read(whole) { _ in true }.count == 3)
    }
}
