import Diagnostics
import Integrity
import JSONText
import Schemas
import YAMLData
import ZIPArchives

/// What an update says of itself: whose copy it makes newer, from which version to which.
///
/// The update holds the files that are new or changed, the manifest and the signature of the newer copy, and a
/// ``Leftover`` for every file that the newer copy does not have.
public struct PackUpdate: Sendable, Hashable {
    /// The board's name.
    public let board: String
    /// The id of the school whose copy it makes newer.
    public let school: String
    /// The version that it applies to, and no other.
    public let from: String
    /// SHA-256 of that version's manifest, and with it of every file of the copy, as 64 hexadecimal digits.
    let fromManifest: String
    /// The version that it makes.
    public let to: String
    /// SHA-256 of that version's manifest.
    let toManifest: String
    /// Files of the older version that the newer one does not have, sorted by path.
    public let removed: [String]

    /// The file of the update that holds it, and the one with the board's signature under it.
    static let path = "update.json"
    static let signaturePath = "update.sig"
    static let seals = [path, signaturePath]
    private static let format = "signpost-update-1"

    init(from old: PackManifest, to new: PackManifest) {
        board = new.board
        school = new.school
        from = old.version
        fromManifest = Digest.sha256(old.bytes).hex
        to = new.version
        toManifest = Digest.sha256(new.bytes).hex
        let kept = Set(new.files.map(\.path))
        removed = old.files.map(\.path).filter { !kept.contains($0) }
    }

    /// JSON, in one form only.
    var bytes: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format), "board": .string(board), "school": .string(school), "from": .string(from),
            "from_manifest": .string(fromManifest), "to": .string(to), "to_manifest": .string(toManifest),
            "removed": .strings(removed),
        ]
        return value.bytes(indented: true)
    }

    /// Reads ``bytes``; `nil` for anything else, were it only a space more.
    init?(bytes: [UInt8]) {
        guard let node = YAMLReader.read(bytes, path: Self.path).node else { return nil }
        var reading = Reading()
        guard let update = Self.reader.value(of: node, &reading), update.bytes == bytes else { return nil }
        self = update
    }

    private init(
        _ board: String, _ school: String, _ from: String, _ fromManifest: String, _ to: String, _ toManifest: String,
        _ removed: [String]
    ) {
        self.board = board
        self.school = school
        self.from = from
        self.fromManifest = fromManifest
        self.to = to
        self.toManifest = toManifest
        self.removed = removed
    }

    private static let reader: Reader<PackUpdate> = .object(
        "update", "What an update says of itself.",
        required("format", .oneOf([format], noun: "format"), "The form of this file."),
        required("board", .text, "The board."),
        required("school", .word, "The school's id."),
        required("from", .text, "The version that it applies to."),
        required("from_manifest", .text, "The digest of that version's manifest."),
        required("to", .text, "The version that it makes."),
        required("to_manifest", .text, "The digest of that version's manifest."),
        list("removed", .text, "Files that the new version does not have."),
        as: { _, board, school, from, fromManifest, to, toManifest, removed in
            PackUpdate(board, school, from, fromManifest, to, toManifest, removed)
        })

    /// Whether it applies to a copy with this manifest.
    func applies(to manifest: PackManifest) -> Bool {
        from == manifest.version && fromManifest == Digest.sha256(manifest.bytes).hex
    }

    func makes(_ manifest: [UInt8]) -> Bool { toManifest == Digest.sha256(manifest).hex }

    /// Whether what an update left of itself in a folder is what made the copy there.
    static func fits(
        _ files: [String: [UInt8]], _ manifest: PackManifest, _ text: [UInt8], _ key: VerifyingKey?
    ) -> Bool {
        guard let own = files[path], let update = PackUpdate(bytes: own), update.makes(text),
            update.school == manifest.school
        else { return false }
        return signatureFaults(own, files[signaturePath], key).isEmpty
    }

    static func signatureFaults(_ text: [UInt8], _ signature: [UInt8]?, _ key: VerifyingKey?) -> [PackFault] {
        guard let signature else { return key == nil ? [] : [.notSigned] }
        guard let read = PackSignature(bytes: signature) else { return [.wrongSignature] }
        if let key, read.key != key { return [.otherKey(read.key.text)] }
        return read.isGenuine(for: text, by: key ?? read.key, for: .update) ? [] : [.wrongSignature]
    }
}

extension PackMaker {
    /// What makes a newer copy of an older one, as an archive.
    ///
    /// - Parameter old: The manifest of the older copy, of the same school.
    /// - Returns: `nil` where nothing has changed.
    public func update(of old: PackManifest, to pack: Pack) -> [UInt8]? {
        guard old != pack.manifest else { return nil }
        let update = PackUpdate(from: old, to: pack.manifest)
        let known = Dictionary(old.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let changed = pack.parts.filter { known[$0.listed.path] != $0.listed.sha256 }
        let gone = update.removed.map { made(($0, Leftover.bytes(inPlaceOf: $0))) }
        let seals = sealed(update.bytes, as: PackUpdate.path, PackUpdate.signaturePath, for: .update)
        let parts = (changed + gone + seals).sorted { bytewise($0.listed.path, $1.listed.path) }
        return ZIPArchive.archive(of: parts.map(\.packed))
    }
}
