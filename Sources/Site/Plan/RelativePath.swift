/// Paths as links write them.
enum RelativePath {
    /// The path from the content folder that a link in `file` means; `nil` where it leads out of the folder.
    static func resolve(_ path: String, from file: String) -> String? {
        // Bytes, because splitting a `String` looks for the ends of characters, which took a tenth of a whole build.
        let (slash, written) = (UInt8(ascii: "/"), Array(path.utf8))
        var full = Array(file.utf8)
        full.removeSubrange((full.lastIndex(of: slash) ?? 0)...)
        var start = 0
        while start < written.count {
            let end = written[start...].firstIndex(of: slash) ?? written.count
            let part = written[start..<end]
            start = end + 1
            if part.isEmpty || part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                guard !full.isEmpty else { return nil }
                full.removeSubrange((full.lastIndex(of: slash) ?? 0)...)
            } else {
                if !full.isEmpty { full.append(slash) }
                full += part
            }
        }
        return String(decoding: full, as: UTF8.self)
    }

    /// How a link in `file` writes the path of `target`, both from the content folder.
    static func link(to target: String, from file: String) -> String {
        let folder = file.split(separator: "/").dropLast()
        let path = target.split(separator: "/")
        let shared = zip(folder, path.dropLast()).prefix { $0 == $1 }.count
        let up = repeatElement("..", count: folder.count - shared)
        return (up + path.dropFirst(shared).map(String.init)).joined(separator: "/")
    }
}

extension String {
    /// Whether it starts with a scheme (RFC 3986 §3.1), as `https:` and `tel:` do. Which schemes are allowed was
    /// settled when the text was parsed.
    var hasScheme: Bool {
        let scheme = utf8.prefix { $0 != UInt8(ascii: ":") }
        guard scheme.count < utf8.count, let first = scheme.first else { return false }
        let isLetter: (UInt8) -> Bool = { (0x61...0x7A).contains($0 | 0x20) }
        return isLetter(first)
            && scheme.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
    }

    /// What stands before and behind the first of an ASCII mark; nothing behind it where there is none.
    func cut(at mark: UInt8) -> (String, String?) {
        guard let place = utf8.firstIndex(of: mark) else { return (self, nil) }
        return (String(self[..<place]), String(self[utf8.index(after: place)...]))
    }

    /// The text with `%20` and its like turned back into bytes. What is not UTF-8 then stays as it was.
    var percentDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), let value = Self.value(ofHex: rest.prefix(2)) else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self) ?? self
    }

    /// The number that exactly two hexadecimal digits mean.
    private static func value(ofHex digits: Substring.UTF8View) -> UInt8? {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        return values.count == 2 ? UInt8(values[0] * 16 + values[1]) : nil
    }
}
