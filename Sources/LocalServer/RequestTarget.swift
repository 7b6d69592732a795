/// The path that a request asks for, decoded once and strictly.
struct RequestTarget: Sendable, Hashable {
    /// The path as it came, without the query.
    let raw: String
    /// The query with its question mark, as it came, or nothing.
    let query: String
    /// The decoded path; it starts with a slash, has no `.` or `..` step and no control character or backslash.
    let path: String

    /// Reads the target of a request line in origin form (RFC 9112 section 3.2.1), or `nil` where it is malformed or
    /// tries to climb.
    init?(_ target: String) {
        let bytes = target.utf8
        guard bytes.first == UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: "#")) else { return nil }
        let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        raw = String(target[..<end])
        query = String(target[end...])
        guard let decoded = Self.decode(raw), !decoded.contains(where: Self.isForbidden),
            let path = String(validating: decoded, as: UTF8.self)
        else { return nil }
        let steps = decoded.split(separator: UInt8(ascii: "/"))
        guard !steps.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else { return nil }
        self.path = path
    }

    /// RFC 3986 section 2.1. An encoded slash is refused: no file of a site has one in its name.
    private static func decode(_ path: String) -> [UInt8]? {
        var decoded: [UInt8] = []
        var rest = path.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            let value = high << 4 | low
            guard value != UInt8(ascii: "/") else { return nil }
            decoded.append(value)
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? { Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init) }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\")
    }
}
