public import CivilTime
import Diagnostics
import Integrity
import JSONText
import Schemas
import YAMLData

/// The newest copy of one school, as a school's server can ask for it: which version, where it is, and what brings an
/// older copy up to it.
public struct PackRelease: Sendable, Hashable {
    public let school: String
    public let version: String
    public let made: CivilDate
    public let reviewBy: CivilDate
    public let archive: Archive
    /// `nil` where there was no older copy, or nothing changed.
    public let update: Update?

    /// A file beside the release.
    public struct Archive: Sendable, Hashable {
        public let file: String
        /// In bytes.
        public let size: Int
        /// SHA-256, as 64 hexadecimal digits.
        public let sha256: String

        public init(_ file: String, _ bytes: [UInt8]) {
            self.init(file: file, size: bytes.count, sha256: Digest.sha256(bytes).hex)
        }

        fileprivate init(file: String, size: Int, sha256: String) {
            self.file = file
            self.size = size
            self.sha256 = sha256
        }

        fileprivate var json: JSONValue {
            ["file": .string(file), "bytes": .integer(size), "sha256": .string(sha256)]
        }

        /// Whether these are its bytes.
        public func fits(_ bytes: [UInt8]) -> Bool { Archive(file, bytes) == self }
    }

    public struct Update: Sendable, Hashable {
        /// The version that it applies to.
        public let from: String
        public let archive: Archive

        public init(from: String, _ archive: Archive) {
            self.from = from
            self.archive = archive
        }
    }

    public init(of manifest: PackManifest, _ archive: Archive, update: Update?) {
        self.init(
            school: manifest.school, version: manifest.version, made: manifest.made, reviewBy: manifest.reviewBy,
            archive: archive, update: update)
    }

    private init(
        school: String, version: String, made: CivilDate, reviewBy: CivilDate, archive: Archive, update: Update?
    ) {
        self.school = school
        self.version = version
        self.made = made
        self.reviewBy = reviewBy
        self.archive = archive
        self.update = update
    }

    /// Every file of it.
    public var archives: [Archive] { [archive] + [update?.archive].compactMap(\.self) }

    /// The file beside the archives that holds it.
    public static func fileName(of school: String) -> String { "\(school).json" }
    /// The archives themselves.
    public static func archiveName(of school: String) -> String { "\(school).zip" }
    public static func updateName(of school: String) -> String { "\(school).update.zip" }

    /// Whether its files are called as those of its school: any other name may lead anywhere.
    var namesItsOwn: Bool {
        archive.file == Self.archiveName(of: school)
            && (update.map { $0.archive.file == Self.updateName(of: school) } ?? true)
    }

    var json: JSONValue {
        .present([
            ("school", .string(school)), ("version", .string(version)), ("made", .string(made.description)),
            ("review_by", .string(reviewBy.description)), ("archive", archive.json),
            ("update", update.map { ["from": .string($0.from), "archive": $0.archive.json] }),
        ])
    }

    public var bytes: [UInt8] { json.bytes(indented: true) }

    static let reader: Reader<PackRelease> = .object(
        "release", "The newest copy of a school.",
        required("school", .word, "The school's id."),
        required("version", .text, "The version."),
        required("made", .date, "The day for which it was made."),
        required("review_by", .date, "The day from which it should no longer be relied on."),
        required("archive", file, "The whole copy."),
        optional("update", updateReader, "What makes the copy before it newer."),
        as: PackRelease.init)

    private static let updateReader: Reader<Update> = .object(
        "update", "What makes an older copy newer.",
        required("from", .text, "The version that it applies to."),
        required("archive", file, "Where it is."),
        as: Update.init)

    private static let file: Reader<Archive> = .object(
        "file", "A file beside the release.",
        required("file", .text, "Its name."),
        required("bytes", .integer(0...Int(Int32.max)), "Its size."),
        required("sha256", .text, "Its digest."),
        as: Archive.init)
}
