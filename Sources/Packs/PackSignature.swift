public import Integrity

/// The board's signature under a pack's manifest, and with it under every file; or under an update or an index.
public struct PackSignature: Sendable, Hashable {
    /// 64 bytes: Ed25519 (RFC 8032).
    let signature: [UInt8]
    /// The key that is said to have made it; whether that is the board's, only the board can tell.
    public let key: VerifyingKey

    /// The file of the pack that holds it.
    public static let path = "manifest.sig"

    /// Keeps a signature under one thing from being one under anything else that a board signs.
    public enum Purpose: String, Sendable {
        case pack = "signpost-pack-1"
        case update = "signpost-update-1"
        case index = "signpost-index-1"

        fileprivate var bytes: [UInt8] { Array("\(rawValue)\n".utf8) }
    }

    public init(of text: [UInt8], by key: SigningKey, for purpose: Purpose = .pack) {
        signature = key.signature(of: purpose.bytes + text)
        self.key = key.verifyingKey
    }

    /// Whether the owner of a key signed this text.
    public func isGenuine(for text: [UInt8], by key: VerifyingKey, for purpose: Purpose = .pack) -> Bool {
        key.accepts(signature, of: purpose.bytes + text)
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
