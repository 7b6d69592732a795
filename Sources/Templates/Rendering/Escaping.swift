extension [UInt8] {
    /// Appends text so that HTML reads it as text, between tags and in quoted attribute values.
    ///
    /// The five characters are those of OWASP's Cross Site Scripting Prevention Cheat Sheet, rule 1; the apostrophe is
    /// numeric because HTML 4 had no name for it. The rest is copied in runs.
    mutating func append(escaping text: String) {
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaping($0) }
        if isContiguous == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaping($0) } }
    }

    private mutating func appendEscaping(_ bytes: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        for i in bytes.indices {
            guard let entity = Self.entity(for: bytes[i]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<i]))
            append(contentsOf: entity.utf8)
            copied = i + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }

    @inline(__always)
    private static func entity(for byte: UInt8) -> String? {
        // All five are below "?", and most of a text is not.
        guard byte <= UInt8(ascii: ">") else { return nil }
        return switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
