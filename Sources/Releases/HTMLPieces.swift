/// The pieces of a finished page, one after the other: tags and the text between them.
///
/// It reads what Signpost writes: tags that are closed, values of attributes in quotation marks. Whatever else it is
/// given it reads to the end without a fault; text that it cannot make sense of stays as it stands.
struct HTMLPieces: Sequence, IteratorProtocol {
    enum Piece: Hashable {
        /// The name in small letters, with a slash in front for an end tag.
        case tag(String, attributes: [String: String])
        /// With character references resolved.
        case text(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    /// The script or style whose contents are passed over.
    private var raw: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Piece? {
        if let raw { skip(to: raw) }
        guard at < bytes.count else { return nil }
        guard bytes[at] == UInt8(ascii: "<"), let end = endOfTag() else { return text() }
        defer { at = end + 1 }
        let tag = Self.tag(bytes[(at + 1)..<end])
        if case .tag(let name, _) = tag, name == "script" || name == "style" { raw = name }
        return tag
    }

    private mutating func skip(to name: String) {
        let close = Array("</\(name)".utf8)
        while at < bytes.count, !bytes[at...].starts(with: close) { at += 1 }
        raw = nil
    }

    private mutating func text() -> Piece {
        let end = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { at = end }
        return .text(Self.resolved(bytes[at..<end]))
    }

    /// The `>` that closes the tag at this place: the first that stands in no quotation marks.
    private func endOfTag() -> Int? {
        var (place, mark) = (at + 1, UInt8(0))
        while place < bytes.count {
            let byte = bytes[place]
            if mark != 0 {
                if byte == mark { mark = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                mark = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
            place += 1
        }
        return nil
    }

    private static func tag(_ inner: ArraySlice<UInt8>) -> Piece {
        var rest = inner
        let name = take(&rest) { !isSpace($0) }
        var attributes: [String: String] = [:]
        while true {
            _ = take(&rest, isSpace)
            guard !rest.isEmpty else { break }
            let key = take(&rest) { !isSpace($0) && $0 != UInt8(ascii: "=") }
            guard rest.first == UInt8(ascii: "=") else {
                attributes[key] = ""
                if key.isEmpty { break }
                continue
            }
            rest.removeFirst()
            attributes[key] = value(&rest)
        }
        return .tag(name.lowercased(), attributes: attributes)
    }

    private static func value(_ rest: inout ArraySlice<UInt8>) -> String {
        guard let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
            return take(&rest) { !isSpace($0) }
        }
        rest.removeFirst()
        let end = rest.firstIndex(of: mark) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return resolved(rest[..<end])
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ belongs: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: belongs)
        rest = rest[taken.endIndex...]
        return String(decoding: taken, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// With the character references that Signpost and its Markdown write; others stay as they are.
    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        let pieces = String(decoding: bytes, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces[0])) { text, piece in
            let name = piece.prefix { $0 != ";" }
            guard name.endIndex < piece.endIndex, let sign = sign(name) else {
                text += "&" + piece
                return
            }
            text += sign + piece[name.endIndex...].dropFirst()
        }
    }

    private static func sign(_ name: Substring) -> String? {
        if let sign = signs[String(name)] { return sign }
        guard name.first == "#" else { return nil }
        let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
        let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }

    private static let signs = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
}
