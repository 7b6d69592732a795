import CSodium

/// A secret key that signs: Ed25519 (RFC 8032 §5.1).
///
/// Signatures are deterministic: the same key and message give the same bytes, so a site that is built twice is the
/// same twice.
public struct SigningKey: Sendable {
    /// Its other half, for everybody.
    public let verifyingKey: VerifyingKey
    /// The 32 bytes that everything else follows from.
    private let seed: [UInt8]
    /// The seed and the public key, as libsodium wants them.
    private let expanded: [UInt8]

    /// - Parameter seed: 32 bytes that nobody can guess.
    /// - Returns: `nil` for any other number of bytes.
    public init?(seed: [UInt8]) {
        guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
        var known = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        guard crypto_sign_seed_keypair(&known, &secret, seed) == 0, let key = VerifyingKey(bytes: known) else {
            return nil
        }
        verifyingKey = key
        self.seed = seed
        expanded = secret
    }

    /// A key that nobody has had before, from the random numbers of the operating system.
    public static func random() -> SigningKey {
        // Random numbers are what `sodium_init` is for. It may be called any number of times, from any thread.
        precondition(sodium_init() >= 0, "libsodium cannot get random numbers")
        var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
        randombytes_buf(&seed, seed.count)
        guard let key = SigningKey(seed: seed) else { preconditionFailure("a seed of the right length was refused") }
        return key
    }

    /// 64 bytes that only this key makes of this message (RFC 8032 §5.1.6).
    public func signature(of message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), expanded)  // always 0
        return signature
    }

    /// Bytes that only the owner of this key can work out from the message: BLAKE2b (RFC 7693) with the key.
    ///
    /// - Parameters:
    ///   - count: From 16 to 64.
    ///   - purpose: Keeps what is made for one purpose apart from what is made for another.
    public func keyedDigest(of message: [UInt8], count: Int, purpose: String) -> [UInt8] {
        precondition((16...64).contains(count), "a BLAKE2b digest has from 16 to 64 bytes here")
        let input = Array(purpose.utf8) + [0] + message
        var digest = [UInt8](repeating: 0, count: count)
        _ = crypto_generichash(&digest, count, input, UInt64(input.count), seed, seed.count)  // always 0
        return digest
    }
}

extension SigningKey {
    private static let mark = "ed25519-secret:"

    /// What a key file holds: `ed25519-secret:` and the seed.
    public var text: String { Self.mark + Base64URL.text(seed) }

    /// Reads ``text``; `nil` for anything else.
    public init?(text: String) {
        guard text.hasPrefix(Self.mark), let seed = Base64URL.bytes(String(text.dropFirst(Self.mark.count))) else {
            return nil
        }
        self.init(seed: seed)
    }
}
