import CCrypto
import CSodium

/// A SHA-256 digest (NIST FIPS 180-4 §6.2) of some bytes: the same for the same bytes, and for no others that anybody
/// could find.
///
/// It names published files after what is in them, and lets a browser refuse a file that was changed on its way.
public struct Digest: Sendable, Hashable {
    // 32 bytes as they lie in memory, in the order of FIPS 180-4. In place and not in an array: a build keeps some of them
    // for each of its files.
    private var (a, b, c, d) = (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64)

    private init() {}

    /// The digest of any number of bytes, none included.
    ///
    /// Every file of a site is hashed, so this is OpenSSL's function and not libsodium's, which takes five times as
    /// long: it knows the instructions that processors have for SHA-256. It keeps no state and is safe from any thread.
    public static func sha256(_ message: [UInt8]) -> Digest {
        var context = SHA256_CTX()
        // These return 1: they cannot fail.
        _ = SHA256_Init(&context)
        _ = SHA256_Update(&context, message, message.count)
        var digest = Digest()
        withUnsafeMutableBytes(of: &digest) { bytes in
            _ = SHA256_Final(bytes.bindMemory(to: UInt8.self).baseAddress, &context)
        }
        return digest
    }

    /// Reads what ``hex`` writes; `nil` where it is anything else.
    public init?(hex digits: some Collection<UInt8>) {
        guard digits.count == 2 * MemoryLayout<Digest>.size else { return nil }
        let isHex = withUnsafeMutableBytes(of: &self) { bytes in
            for (place, digit) in digits.enumerated() {
                guard let value = Self.value(of: digit) else { return false }
                bytes[place / 2] = bytes[place / 2] << 4 | value
            }
            return true
        }
        guard isHex else { return nil }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// 64 hexadecimal digits in lower case.
    public var hex: String {
        let digits: StaticString = "0123456789abcdef"
        return withUnsafeBytes(of: self) { bytes in
            String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
                for (place, byte) in bytes.enumerated() {
                    text[2 * place] = digits.utf8Start[Int(byte >> 4)]
                    text[2 * place + 1] = digits.utf8Start[Int(byte & 15)]
                }
                return 2 * bytes.count
            }
        }
    }

    /// 44 characters of base64 with padding (RFC 4648 §4).
    public var base64: String {
        let variant = sodium_base64_VARIANT_ORIGINAL
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(MemoryLayout<Digest>.size, variant))
        withUnsafeBytes(of: self) { bytes in
            _ = sodium_bin2base64(
                &text, text.count, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, variant)
        }
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)  // without its final zero
    }

    /// The value of an `integrity` attribute: `sha256-` and the base64 text (W3C Subresource Integrity §3.5).
    ///
    /// SHA-256 is one of the three functions that §3.2 of that specification asks every browser to know. SHA-384 would
    /// be no safer here, and longer.
    public var integrity: String { "sha256-\(base64)" }
}
