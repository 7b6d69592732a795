/// Web addresses as far as a board writes them.
enum WebAddress {
    /// `https://` or `http://`, a host, and no white space, quotation marks, angle brackets or user name: RFC 3986's
    /// characters, without the parts that are only used to deceive.
    static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let rest = bytes.dropFirst(scheme.utf8.count)
            let host = rest.prefix { ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
            return !host.isEmpty && !host.contains(UInt8(ascii: "@")) && rest.allSatisfy(\.isAddressByte)
        }
        return false
    }
}

/// E-mail addresses as far as a board writes them: RFC 5321's dot-string before the `@`, a host name behind it.
public enum EmailAddress {
    static func isWellFormed(_ text: String) -> Bool { isWellFormed(bytes: text.utf8) }

    /// - Parameter text: UTF-8.
    public static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isWellFormed(bytes: text) }

    private static func isWellFormed(bytes: some Sequence<UInt8>) -> Bool {
        // In one pass: there may be a hundred thousand.
        var bytes = bytes.makeIterator()
        var localLength = 0
        while let byte = bytes.next(), byte != UInt8(ascii: "@") {
            guard byte.isLocalByte else { return false }
            localLength += 1
        }
        var (dots, labelLength) = (0, 0)
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "."), labelLength > 0 {
                (dots, labelLength) = (dots + 1, 0)
            } else if byte.isLetterOrDigit || byte == UInt8(ascii: "-") {
                labelLength += 1
            } else {
                return false
            }
        }
        return localLength > 0 && dots > 0 && labelLength > 0
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// What may stand in one part of a path on the site: RFC 3986's unreserved characters.
    var isPathByte: Bool {
        isLetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "~")
    }

    /// What may stand before the `@` of an e-mail address: RFC 5322's `atext`, and dots.
    fileprivate var isLocalByte: Bool {
        if isPathByte { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
            UInt8(ascii: "}"):
            return true
        default: return false
        }
    }

    var isAddressByte: Bool {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "`"): false
        default: self > 0x20 && self < 0x7F
        }
    }
}
