public import CivilTime
public import Integrity
import ZIPArchives

/// Packs the copies of schools. What is the same in many of them is hashed and packed once.
public struct PackMaker: Sendable {
    public typealias File = (path: String, bytes: [UInt8])

    let terms: Terms
    private let ready: [String: ReadyFile]
    private let packsArchives: Bool

    /// What is the same for all packs of one run.
    public struct Terms: Sendable {
        /// The board's name.
        public let board: String
        public let made: CivilDate
        public let reviewBy: CivilDate
        /// `nil` for packs that nobody signs.
        public let key: SigningKey?

        public init(board: String, made: CivilDate, reviewBy: CivilDate, key: SigningKey?) {
            self.board = board
            self.made = made
            self.reviewBy = reviewBy
            self.key = key
        }
    }

    /// - Parameters:
    ///   - shared: Files that are the same in all packs that are made with it.
    ///   - packsArchives: False where only the files are wanted, and nothing needs to be deflated.
    public init(_ terms: Terms, shared: [File], packsArchives: Bool = true) {
        self.terms = terms
        self.packsArchives = packsArchives
        ready = Dictionary(
            shared.map { ($0.path, ReadyFile($0, isPacked: packsArchives)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A finished pack.
    public struct Pack: Sendable {
        public let manifest: PackManifest
        /// Everything in it, manifest and signature included, sorted by path.
        let parts: [ReadyFile]

        /// Everything in it, sorted by path.
        public var files: [File] { parts.map { ($0.listed.path, $0.bytes) } }
        /// The same as one ZIP archive.
        public var archive: [UInt8] { ZIPArchive.archive(of: parts.map(\.packed)) }
    }

    /// - Parameters:
    ///   - files: Everything but the page that tells the version.
    ///   - notes: That page, for a version.
    public func pack(
        school: String, name: String, files: [File], notes: (_ version: String) -> File
    ) -> Pack {
        let packed = files.map { ready[$0.path] ?? made($0) }.sorted { bytewise($0.listed.path, $1.listed.path) }
        let version = PackManifest.version(made: terms.made, school: school, files: packed.map(\.listed))
        let all = (packed + [made(notes(version))]).sorted { bytewise($0.listed.path, $1.listed.path) }
        let manifest = PackManifest(
            board: terms.board, school: school, schoolName: name, version: version, made: terms.made,
            reviewBy: terms.reviewBy, files: all.map(\.listed))
        let seals = sealed(manifest.bytes, as: PackManifest.path, PackSignature.path, for: .pack)
        return Pack(
            manifest: manifest, parts: (all + seals).sorted { bytewise($0.listed.path, $1.listed.path) })
    }

    func made(_ file: File) -> ReadyFile { ReadyFile(file, isPacked: packsArchives) }

    /// A text and, where there is a key, the signature under it.
    func sealed(
        _ text: [UInt8], as path: String, _ signaturePath: String, for purpose: PackSignature.Purpose
    ) -> [ReadyFile] {
        let signature = terms.key.map { (signaturePath, PackSignature(of: text, by: $0, for: purpose).bytes) }
        return [(path, text), signature].compactMap(\.self).map(made)
    }
}

/// A file, hashed and packed.
struct ReadyFile: Sendable {
    let listed: PackManifest.File
    let bytes: [UInt8]
    private let entry: ZIPEntry?

    init(_ file: PackMaker.File, isPacked: Bool) {
        listed = PackManifest.File(
            path: file.path, size: file.bytes.count, sha256: Digest.sha256(file.bytes).hex)
        bytes = file.bytes
        entry = isPacked ? ZIPEntry(path: file.path, bytes: file.bytes) : nil
    }

    var packed: ZIPEntry { entry ?? ZIPEntry(path: listed.path, bytes: bytes) }
}

/// The order of paths' bytes, which no language changes.
func bytewise(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
