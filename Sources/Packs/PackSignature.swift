public import Integrity

/// The board's signature under a pack's manifest, and with it under every file.
public struct PackSignature: Sendable, Hashable {
    /// 64 bytes: Ed25519 (RFC 8032).
    let signature: [UInt8]
    /// The key that is said to have made it; whether that is the board's, only the board can tell.
    public let key: VerifyingKey

    /// The file of the pack that holds it.
    public static let path = "manifest.sig"

    /// Keeps a signature under a pack from being one under anything else that a board signs.
    private static let purpose = Array("signpost-pack-1\n".utf8)

    init(of manifest: [UInt8], by key: SigningKey) {
        signature = key.signature(of: Self.purpose + manifest)
        self.key = key.verifyingKey
    }

    /// Whether the owner of a key signed this manifest.
    func isGenuine(for manifest: [UInt8], by key: VerifyingKey) -> Bool {
        key.accepts(signature, of: Self.purpose + manifest)
    }

    /// Two lines: the key and the signature.
    public var bytes: [UInt8] { Array("\(key.text)\n\(Base64URL.text(signature))\n".utf8) }

    /// Reads ``bytes``; `nil` for anything else.
    public init?(bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count == 2, let key = VerifyingKey(text: lines[0]), let signature = Base64URL.bytes(lines[1]) else {
            return nil
        }
        self.key = key
        self.signature = signature
        guard self.bytes == bytes else { return nil }
    }
}
