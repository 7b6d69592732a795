import Diagnostics
import Disk
import Integrity

/// The files that keys are kept in: a line with the key, and comments.
enum KeyFile {
    /// Ample for a key and what people write around it.
    private static let limit = 64 * 1024

    static func signingKey(in path: String) throws(DiskFailure) -> Result<SigningKey, UnusableKey> {
        let line = try keyLine(in: path)
        return SigningKey(text: line).map { .success($0) }
            ?? .failure(UnusableKey(path, VerifyingKey(text: line) == nil ? nil : "it holds a public key"))
    }

    static func verifyingKey(in path: String) throws(DiskFailure) -> Result<VerifyingKey, UnusableKey> {
        let line = try keyLine(in: path)
        return VerifyingKey(text: line).map { .success($0) }
            ?? .failure(
                UnusableKey(path, SigningKey(text: line) == nil ? nil : "it holds a secret key; keep that to yourself"))
    }

    /// The first line that is neither empty nor a comment.
    private static func keyLine(in path: String) throws(DiskFailure) -> String {
        let text = String(decoding: try OneFile.read(path, limit: limit), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        return lines.first { !$0.hasPrefix("#") } ?? ""
    }
}

/// Why a file is of no use as a key.
struct UnusableKey: Error {
    let diagnostic: Diagnostic

    init(_ path: String, _ reason: String?) {
        diagnostic = Diagnostic(
            .unusableKey, "\"\(path)\" holds no key that can be used here" + (reason.map { ": \($0)" } ?? ""), at: nil,
            help: "`signpost keys new --output FILE` makes a pair of keys")
    }
}
