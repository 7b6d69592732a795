public import CivilTime
import Diagnostics
import Integrity
import JSONText
import Schemas
import YAMLData
import ZIPArchives

/// What a pack says of itself: whose copy it is, how old, and what each of its files is to the byte.
public struct PackManifest: Sendable, Hashable {
    /// The board's name.
    public let board: String
    /// The id of the school whose copy it is, and its name.
    public let school: String
    public let schoolName: String
    /// Which copy it is: see ``version(made:school:files:)``.
    public let version: String
    /// The day for which it was made.
    public let made: CivilDate
    /// The day from which it should no longer be relied on.
    public let reviewBy: CivilDate
    /// Sorted by path; all files but ``path`` and ``PackSignature/path``.
    public let files: [File]

    /// A file of the pack.
    public struct File: Sendable, Hashable {
        public let path: String
        /// In bytes.
        public let size: Int
        /// SHA-256, as 64 hexadecimal digits.
        public let sha256: String

        public init(path: String, size: Int, sha256: String) {
            self.path = path
            self.size = size
            self.sha256 = sha256
        }
    }

    public init(
        board: String, school: String, schoolName: String, version: String, made: CivilDate, reviewBy: CivilDate,
        files: [File]
    ) {
        self.board = board
        self.school = school
        self.schoolName = schoolName
        self.version = version
        self.made = made
        self.reviewBy = reviewBy
        self.files = files
    }

    /// The file of the pack that holds it.
    public static let path = "manifest.json"
    /// The files that say what all the others are.
    static let seals = [path, PackSignature.path]
    private static let format = "signpost-pack-1"

    /// The day and twelve digits that follow from every file, so that two copies have one version only if they are the
    /// same.
    public static func version(made: CivilDate, school: String, files: [File]) -> String {
        let lines = files.map { "\($0.sha256) \($0.path)\n" }.joined()
        return "\(made)-\(Digest.sha256(Array("\(school)\n\(lines)".utf8)).hex.prefix(12))"
    }

    /// JSON, in one form only: the same manifest is the same bytes.
    public var bytes: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format), "board": .string(board), "school": .string(school),
            "name": .string(schoolName), "version": .string(version), "made": .string(made.description),
            "review_by": .string(reviewBy.description),
            "files": .array(
                files.map { ["path": .string($0.path), "bytes": .integer($0.size), "sha256": .string($0.sha256)] }),
        ]
        return value.bytes(indented: true)
    }

    /// Reads ``bytes``; `nil` for anything else, were it only a space more.
    public init?(bytes: [UInt8]) {
        // JSON is YAML, but for halves of characters, which are not written here.
        guard let node = YAMLReader.read(bytes, path: Self.path).node else { return nil }
        var reading = Reading()
        guard let manifest = Self.reader.value(of: node, &reading), manifest.bytes == bytes else { return nil }
        self = manifest
    }

    /// Reads the manifest out of a pack. Whether the rest fits it, and who signed it, is another question.
    public init?(archive: [UInt8]) {
        let files = try? ZIPArchive.read(archive, limits: PackCheck.limits) { $0 == Self.path }
        guard let bytes = files?[Self.path] else { return nil }
        self.init(bytes: bytes)
    }

    private static let reader: Reader<PackManifest> = .object(
        "manifest", "What a pack says of itself.",
        required("format", .oneOf([format], noun: "format"), "The form of this file."),
        required("board", .text, "The board."),
        required("school", .word, "The school's id."),
        required("name", .text, "The school's name."),
        required("version", .text, "The version."),
        required("made", .date, "The day for which it was made."),
        required("review_by", .date, "The day from which it should no longer be relied on."),
        list("files", file, "Its files."),
        as: { _, board, school, name, version, made, reviewBy, files in
            PackManifest(
                board: board, school: school, schoolName: name, version: version, made: made, reviewBy: reviewBy,
                files: files)
        })

    private static let file: Reader<File> = .object(
        "file", "A file of a pack.",
        required("path", .text, "Its path."),
        required("bytes", .integer(0...Int(Int32.max)), "Its size."),
        required("sha256", .text, "Its digest."),
        as: File.init)
}
