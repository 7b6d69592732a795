import CSodium

/// A SHA-256 digest (NIST FIPS 180-4 §6.2) of some bytes: the same for the same bytes, and for no others that anybody
/// could find.
///
/// It names published files after what is in them, and lets a browser refuse a file that was changed on its way.
public struct Digest: Sendable, Hashable {
    /// 32 bytes, most significant first, as FIPS 180-4 writes them.
    public let bytes: [UInt8]

    /// The digest of any number of bytes, none included.
    ///
    /// libsodium asks for `sodium_init` before its first use because of its random numbers and of the functions that
    /// suit themselves to the processor. Hashing uses neither, so this is safe from any thread as it stands.
    public static func sha256(_ message: [UInt8]) -> Digest {
        var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = crypto_hash_sha256(&bytes, message, UInt64(message.count))  // always 0: it cannot fail
        return Digest(bytes: bytes)
    }

    /// 64 hexadecimal digits in lower case.
    public var hex: String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (place, byte) in bytes.enumerated() {
                text[2 * place] = digit(byte >> 4)
                text[2 * place + 1] = digit(byte & 15)
            }
            return 2 * bytes.count
        }
    }

    /// 44 characters of base64 with padding (RFC 4648 §4).
    public var base64: String {
        let variant = sodium_base64_VARIANT_ORIGINAL
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        _ = sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)  // without its final zero
    }

    /// The value of an `integrity` attribute: `sha256-` and the base64 text (W3C Subresource Integrity §3.5).
    ///
    /// SHA-256 is one of the three functions that §3.2 of that specification asks every browser to know. SHA-384 would
    /// be no safer here and libsodium has none.
    public var integrity: String { "sha256-\(base64)" }
}
