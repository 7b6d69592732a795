public import Integrity

/// A certificate and its signature as one line of text: `SPC1.` and two parts in base64url.
///
/// Whoever has the code and the board's public key can check it, without asking anybody. The code holds all that the
/// certificate says, the holder's name among it; it belongs on the certificate and nowhere else.
public struct CertificateCode: Sendable, Hashable {
    public let text: String

    private static let mark = "SPC1."

    /// The code of a certificate that the owner of the key signs. The mark is signed too, so that what was signed for
    /// another purpose, or another version, is never taken for a certificate.
    public init(_ certificate: Certificate, signedBy key: SigningKey) {
        let signed = Self.mark + Base64URL.text(Array(certificate.statement.utf8))
        text = signed + "." + Base64URL.text(key.signature(of: Array(signed.utf8)))
    }

    /// A code that somebody typed or pasted; spaces and line breaks in it do not count.
    public init(pasted: String) { text = String(pasted.filter { !$0.isWhitespace }) }

    /// Whether it looks like a code at all.
    public var isCode: Bool { text.hasPrefix(Self.mark) }

    public enum Verdict: Sendable, Hashable {
        /// The owner of the key signed this certificate, to the letter.
        case genuine(Certificate)
        /// It was changed, or somebody else signed it.
        case notSigned
        /// It is no code, or not all of one.
        case unreadable
    }

    public func verdict(by key: VerifyingKey) -> Verdict {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard isCode, parts.count == 3, let statement = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { return .unreadable }
        guard key.accepts(signature, of: Array("\(parts[0]).\(parts[1])".utf8)) else { return .notSigned }
        let certificate = String(validating: statement, as: UTF8.self).flatMap(Certificate.init(statement:))
        return certificate.map(Verdict.genuine) ?? .unreadable
    }

    /// The codes in a file, such as the page of a run's certificates, each once and in the order of the file.
    public static func all(in bytes: [UInt8]) -> [CertificateCode] {
        var found: [CertificateCode] = []
        var seen: Set<String> = []
        let mark = Array(Self.mark.utf8)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == mark[0], bytes[at...].starts(with: mark) else {
                at += 1
                continue
            }
            let code = bytes[at...].prefix(while: isPart)
            if seen.insert(String(decoding: code, as: UTF8.self)).inserted {
                found.append(CertificateCode(pasted: String(decoding: code, as: UTF8.self)))
            }
            at = code.endIndex
        }
        return found
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
