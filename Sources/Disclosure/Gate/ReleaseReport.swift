import Integrity
import JSONText

/// The evidence of one build, kept beside a release and outside the site: what was searched and for what, which
/// consents it rests on, which counts were hidden, and the hash of every file, so that what was signed off is what was published.
public struct ReleaseReport: Sendable {
    /// The file: JSON that people can read.
    public let bytes: [UInt8]

    /// What is kept of a file of the release.
    public struct File: Sendable {
        public let path: String
        /// In bytes.
        let size: Int
        let digest: Digest

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            size = bytes.count
            digest = .sha256(bytes)
        }
    }

    /// The list of files is written row by row: as one value, it would take several times its memory.
    ///
    /// - Parameters:
    ///   - edition: The word for it, such as `public`.
    ///   - day: The day for which the site was built.
    ///   - files: In the order in which they are to be listed.
    ///   - hidden: The counts that disclosure control hid; `nil` where only whoever has the records knows.
    public init(edition: String, day: String, files: [File], evidence: GateEvidence, hidden: [HiddenCount]?) {
        let head: JSONValue = [
            "format": "signpost-release-report-1", "edition": .string(edition), "as_of": .string(day),
            "personal_data": evidence.json, "hidden_counts": hidden.map { .array($0.map(\.json)) } ?? .null,
        ]
        var out = Array(head.bytes(indented: true).dropLast("\n}\n".utf8.count))
        out += ",\n  \"files\": [".utf8
        for (place, file) in files.enumerated() {
            out += (place == 0 ? "" : ",").utf8
            out += Self.row(of: file)
            out += Self.rowEnd
        }
        out += (files.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8
        bytes = out
    }
}
