public import CivilTime
public import Integrity
import ZIPArchives

/// Packs the copies of schools. What is the same in many of them is hashed and packed once.
public struct PackMaker: Sendable {
    public typealias File = (path: String, bytes: [UInt8])

    private let terms: Terms
    private let ready: [String: ReadyFile]

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

    /// - Parameter shared: Files that are the same in all packs that are made with it.
    public init(_ terms: Terms, shared: [File]) {
        self.terms = terms
        ready = Dictionary(shared.map { ($0.path, ReadyFile($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A finished pack.
    public struct Pack: Sendable {
        public let manifest: PackManifest
        /// Everything in it, manifest and signature included, sorted by path.
        public let files: [File]
        /// The same as one ZIP archive.
        public let archive: [UInt8]
    }

    /// - Parameters:
    ///   - files: Everything but the page that tells the version.
    ///   - notes: That page, for a version.
    public func pack(
        school: String, name: String, files: [File], notes: (_ version: String) -> File
    ) -> Pack {
        let packed = files.map { ready[$0.path] ?? ReadyFile($0) }.sorted { bytewise($0.listed.path, $1.listed.path) }
        let version = PackManifest.version(made: terms.made, school: school, files: packed.map(\.listed))
        let all = (packed + [ReadyFile(notes(version))]).sorted { bytewise($0.listed.path, $1.listed.path) }
        let manifest = PackManifest(
            board: terms.board, school: school, schoolName: name, version: version, made: terms.made,
            reviewBy: terms.reviewBy, files: all.map(\.listed))
        let text = manifest.bytes
        let signature = terms.key.map { (PackSignature.path, PackSignature(of: text, by: $0).bytes) }
        let seals = [(PackManifest.path, text), signature].compactMap(\.self).map(ReadyFile.init)
        let complete = (all + seals).sorted { bytewise($0.listed.path, $1.listed.path) }
        return Pack(
            manifest: manifest, files: complete.map { ($0.listed.path, $0.bytes) },
            archive: ZIPArchive.archive(of: complete.map(\.entry)))
    }
}

/// A file, hashed and packed.
private struct ReadyFile: Sendable {
    let listed: PackManifest.File
    let bytes: [UInt8]
    let entry: ZIPEntry

    init(_ file: PackMaker.File) {
        listed = PackManifest.File(
            path: file.path, size: file.bytes.count, sha256: Digest.sha256(file.bytes).hex)
        bytes = file.bytes
        entry = ZIPEntry(path: file.path, bytes: file.bytes)
    }
}

/// The order of paths' bytes, which no language changes.
func bytewise(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
