import Content
import Pictures
import Releases

@testable import Disk
@testable import LocalServer

// Pictures, and what Signpost itself left on the disk, in whatever state it is found again.
extension FuzzTarget {
    @Sendable static func picture(_ bytes: [UInt8]) {
        guard let clean = try? Metadata.removed(from: bytes) else { return }
        precondition((try? Metadata.removed(from: clean)) == clean, "what was taken out was not all")
        guard let size = ImageSize(of: bytes), size.width < 3000, size.height < 3000,
            let picture = try? Picture.made(from: bytes, width: size.width, height: size.height)
        else { return }
        for version in picture.versions {
            precondition(
                (try? Metadata.removed(from: version.bytes)) == version.bytes, "a published picture says something")
        }
    }

    @Sendable static func manifest(_ bytes: [UInt8]) {
        let sealed = bytes + Array("checksum \(Checksum(of: bytes).text)\n".utf8)
        guard let manifest = Manifest(parsing: sealed) else { return }
        precondition(Manifest(parsing: manifest.bytes) == manifest, "a list that was written again says other things")
    }

    @Sendable static func buildRecord(_ bytes: [UInt8]) {
        let checksum = Checksum(of: bytes).text
        let sealed = bytes + Array("\(checksum.utf8.count)\n\(checksum)\n".utf8)
        guard let record = BuildRecord(parsing: sealed) else { return }
        precondition(BuildRecord(parsing: record.bytes) == record, "a record that was written again says other things")
    }

    @Sendable static func requestTarget(_ bytes: [UInt8]) {
        guard let target = RequestTarget(String(decoding: bytes, as: UTF8.self)) else { return }
        // Bytes, because a mark that combines with a slash hides it from comparisons of letters.
        let steps = target.path.utf8.split(separator: UInt8(ascii: "/"))
        precondition(target.path.utf8.first == UInt8(ascii: "/"), "a path from somewhere else")
        precondition(
            !steps.contains { $0.allSatisfy { $0 == UInt8(ascii: ".") } && $0.count < 3 }, "a path that climbs")
        precondition(!target.path.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }, "a path of two meanings")
    }

    /// Two sites that somebody holds against one another.
    @Sendable static func release(_ bytes: [UInt8]) {
        _ = ReadablePage(html: bytes)
    }
}
