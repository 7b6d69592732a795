import CSodium

/// A public key: with it anybody can tell whether its owner signed something (RFC 8032 §5.1.7).
public struct VerifyingKey: Sendable, Hashable {
    public let bytes: [UInt8]

    /// - Returns: `nil` unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Int(crypto_sign_PUBLICKEYBYTES) else { return nil }
        self.bytes = bytes
    }

    /// Whether the owner of the key signed just this message. libsodium refuses keys of small order and signatures that
    /// somebody else could have made out of a right one.
    public func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        signature.count == Int(crypto_sign_BYTES)
            && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}

extension VerifyingKey {
    private static let mark = "ed25519:"

    /// How people write it, in `signpost.yaml` or a file: `ed25519:` and 43 characters.
    public var text: String { Self.mark + Base64URL.text(bytes) }

    /// Reads ``text``; `nil` for anything else.
    public init?(text: String) {
        guard text.hasPrefix(Self.mark), let bytes = Base64URL.bytes(String(text.dropFirst(Self.mark.count))) else {
            return nil
        }
        self.init(bytes: bytes)
    }
}
