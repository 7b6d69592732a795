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
enum EmailAddress {
    static func isWellFormed(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let host = parts.last else { return false }
        let isLocal: (UInt8) -> Bool = { $0.isPathByte || "!#$%&'*+/=?^`{|}".utf8.contains($0) }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return !local.isEmpty && local.allSatisfy(isLocal) && labels.count >= 2
            && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") } }
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

    var isAddressByte: Bool {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "`"): false
        default: self > 0x20 && self < 0x7F
        }
    }
}
