import Integrity
import Packs
import Tables
import ZIPArchives

// What comes in archives. A fuzzer does not guess checksums, so that what is inside is put into an archive here.
extension FuzzTarget {
    static let archives = [
        FuzzTarget("zip", zip), FuzzTarget("workbook", workbook), FuzzTarget("pack", pack),
        FuzzTarget("seal", seal),
    ]

    @Sendable static func zip(_ bytes: [UInt8]) {
        var limits = ZIPArchive.Limits()
        limits.bytes = 4 << 20
        if let own = try? ZIPArchive.filesInOwnForm(bytes, limits: limits) {
            let again = try? ZIPArchive.read(bytes, limits: limits) { _ in true }
            precondition(again?.count == own.count, "an archive is read in two ways")
        }
        _ = try? ZIPArchive.read(bytes, limits: limits) { _ in true }
        precondition(
            !PackCheck(archive: bytes, key: SigningKey.random().verifyingKey).faults.isEmpty,
            "an archive passes for a pack that somebody signed")
    }

    @Sendable static func workbook(_ bytes: [UInt8]) {
        let entries = FilesInOne(bytes).files.map { ZIPEntry(path: $0.path, bytes: $0.bytes, level: 0) }
        guard !entries.isEmpty, entries.allSatisfy(\.hasUsableName) else { return }
        table(ZIPArchive.archive(of: entries))
    }

    @Sendable static func pack(_ bytes: [UInt8]) {
        let files = FilesInOne(bytes).files
        let check = PackCheck(files: files, key: SigningKey.random().verifyingKey)
        precondition(!check.faults.isEmpty, "files pass for a pack that somebody signed")
        _ = PackCheck(files: files, key: nil)
    }

    /// The signed parts of a pack, each on its own.
    @Sendable static func seal(_ bytes: [UInt8]) {
        if let manifest = PackManifest(bytes: bytes) { precondition(manifest.bytes == bytes) }
        if let signature = PackSignature(bytes: bytes) { precondition(signature.bytes == bytes) }
        _ = VerifyingKey(text: String(decoding: bytes, as: UTF8.self))
    }
}

extension ZIPEntry {
    /// The writer is not for names that no pack has.
    fileprivate var hasUsableName: Bool { !path.isEmpty && path.utf8.count < 200 && !path.utf8.contains(0) }
}
