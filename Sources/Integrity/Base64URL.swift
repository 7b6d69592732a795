import CSodium

/// Bytes as text of letters, digits, `-` and `_`, without padding (RFC 4648 §5): it stands in addresses, file names and
/// YAML as it is.
public enum Base64URL {
    private static let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING

    public static func text(_ bytes: [UInt8]) -> String {
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        _ = sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)  // without its final zero
    }

    /// The bytes of a text; `nil` for anything that ``text(_:)`` would not have written, so that one value has one text.
    public static func bytes(_ text: String) -> [UInt8]? {
        let characters = text.utf8.map { CChar(bitPattern: $0) }
        var bytes = [UInt8](repeating: 0, count: characters.count)
        var count = 0
        let status = sodium_base642bin(&bytes, bytes.count, characters, characters.count, nil, &count, nil, variant)
        // libsodium stops at the first character that is none of the alphabet's unless its end is asked for.
        guard status == 0 else { return nil }
        let result = Array(bytes.prefix(count))
        return self.text(result) == text ? result : nil
    }
}
