/// Text made safe inside HTML.
public enum HTMLEscape {
    /// Appends `text` so that it means itself in element content and in a double-quoted attribute.
    public static func append(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
        if text.withContiguousStorageIfAvailable({ append(contiguous: $0, to: &output) }) == nil {
            Array(text).withUnsafeBufferPointer { append(contiguous: $0, to: &output) }
        }
    }

    /// The same for what nearly all callers have: other modules get the general one unspecialised, which takes ten times
    /// as long for a short text.
    public static func append(_ text: String.UTF8View, to output: inout [UInt8]) {
        if text.withContiguousStorageIfAvailable({ append(contiguous: $0, to: &output) }) == nil {
            Array(text).withUnsafeBufferPointer { append(contiguous: $0, to: &output) }
        }
    }

    /// Appends a link's destination as the value of an `href` or `src` attribute: bytes that a URL cannot hold are
    /// percent-encoded, what is encoded already stays.
    ///
    /// The bytes that stay are those that CommonMark's reference implementation leaves alone.
    public static func append(destination: String.UTF8View, to output: inout [UInt8]) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
            case _ where isSafeInDestination(byte): output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            }
        }
    }

    private static func append(contiguous text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var done = 0
        for i in text.indices {
            guard let reference = reference(for: text[i]) else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[done..<i]))
            reference.withUTF8Buffer { output.append(contentsOf: $0) }
            done = i + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[done...]))
    }

    @inline(__always)
    private static func reference(for byte: UInt8) -> StaticString? {
        guard byte <= UInt8(ascii: ">") else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        default: return nil
        }
    }

    private static func isSafeInDestination(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        // All of !#$%()*+,-./:;=?@_~, in the order of their codes.
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
