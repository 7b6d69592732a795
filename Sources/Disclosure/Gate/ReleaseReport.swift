import Integrity
public import JSONText
import Parallelism

/// The evidence of one build, kept beside a release and outside the site: what was searched and for what, which
/// consents it rests on, which counts were hidden, and the hash of every file, so that what was signed off is what was published.
public struct ReleaseReport: Sendable {
    public let json: JSONValue

    /// - Parameters:
    ///   - edition: The word for it, such as `public`.
    ///   - day: The day for which the site was built.
    ///   - hidden: The counts that disclosure control hid; `nil` where only whoever has the records knows.
    public init(
        edition: String, day: String, files: [PersonalDataGate.File], evidence: GateEvidence, hidden: [HiddenCount]?
    ) async {
        let hashes = await files.concurrentMap { file -> JSONValue in
            [
                "path": .string(file.path), "bytes": .integer(file.bytes.count),
                "sha256": .string(Digest.sha256(file.bytes).hex),
            ]
        }
        json = [
            "format": "signpost-release-report-1", "edition": .string(edition), "as_of": .string(day),
            "personal_data": evidence.json,
            "hidden_counts": hidden.map { .array($0.map(\.json)) } ?? .null, "files": .array(hashes),
        ]
    }
}
