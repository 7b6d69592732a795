/// What a link or an image points to, as far as its safety goes.
struct Destination {
    /// Schemes that open a page, a mail, a call or a text message, and run nothing.
    static let linkSchemes = ["https", "http", "mailto", "tel", "sms"]
    static let imageSchemes = ["https", "http"]

    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    enum Fault: Equatable {
        case scheme(String)
        case controlCharacter
    }

    /// What is wrong with it, if anything.
    ///
    /// Browsers drop tabs and line ends anywhere in an address, and control characters and spaces in front of it, before
    /// they read its scheme (WHATWG URL Standard, 4.4 "URL parsing"), so `java&Tab;script:` is a script to them.
    func fault(allowing schemes: [String]) -> Fault? {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return .controlCharacter }
        guard let scheme, !schemes.contains(scheme) else { return nil }
        return .scheme(scheme)
    }

    /// The part before the first colon in lower case, where it has the form of a scheme (RFC 3986, 3.1).
    private var scheme: String? {
        let address = bytes.drop { $0 == 0x20 }
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = String(decoding: address[..<colon], as: UTF8.self).lowercased()
        guard let first = scheme.utf8.first, isLetter(first) else { return nil }
        return scheme.utf8.allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) } ? scheme : nil
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
