import CCrypto
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
    /// Every file of a site is hashed, so this is OpenSSL's function and not libsodium's, which takes five times as
    /// long: it knows the instructions that processors have for SHA-256. It keeps no state and is safe from any thread.
    public static func sha256(_ message: [UInt8]) -> Digest {
        var context = SHA256_CTX()
        // These return 1: they cannot fail.
        _ = SHA256_Init(&context)
        _ = SHA256_Update(&context, message, message.count)
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { space, count in
            _ = SHA256_Final(space.baseAddress, &context)
            count = Int(SHA256_DIGEST_LENGTH)
        }
        return Digest(bytes: bytes)
    }

    /// 64 hexadecimal digits in lower case.
    public var hex: String {
        let digits: StaticString = "0123456789abcdef"
        return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (place, byte) in bytes.enumerated() {
                text[2 * place] = digits.utf8Start[Int(byte >> 4)]
                text[2 * place + 1] = digits.utf8Start[Int(byte & 15)]
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
    /// be no safer here, and longer.
    public var integrity: String { "sha256-\(base64)" }
}
