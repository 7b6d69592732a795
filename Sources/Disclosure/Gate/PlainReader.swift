/// Reads the bytes of a published file as a reader, a browser or a program would, in one pass: markup, character
/// references, percent-encoding, JSON escapes, folded calendar lines, letter case, accents and invisible characters are
/// taken away, and the letters are left.
///
/// There are two readings side by side. What stands between tags is one text, because a browser shows it as one:
/// `Ann <b>Oak</b>whistle` reads `ann oak·whistle`, with a seam where a tag was. What stands inside the tags (`alt`
/// texts, addresses of links) is the other.
///
/// Memory is linear in the file: no byte makes more than two.
struct PlainReader {
    let input: UnsafeBufferPointer<UInt8>
    let alphabet: Alphabet
    /// The alphabet's table, borrowed for as long as this is read: to go through the array for each sign would count
    /// references most of the time.
    private let simple: UnsafeBufferPointer<UInt8>
    let markup: Markup
    /// The next byte to read.
    private(set) var at = 0
    /// What stands between the tags.
    private(set) var text: Reading
    /// What stands inside of tags.
    private(set) var tags: Reading
    private(set) var sawZero = false
    private var tag = Tag.none

    /// What `<` means in this file.
    enum Markup {
        /// A sign like others.
        case none
        /// It opens a tag (HTML, SVG).
        case tags
        /// It opens a tag, and so does `&lt;`: feeds carry HTML as text.
        case escapedTags
    }

    private enum Tag {
        case none, open, escaped
    }

    init(
        _ input: UnsafeBufferPointer<UInt8>, _ alphabet: Alphabet, _ simple: UnsafeBufferPointer<UInt8>,
        _ markup: Markup,
        into space: (text: UnsafeMutableBufferPointer<UInt8>, tags: UnsafeMutableBufferPointer<UInt8>)
    ) {
        self.input = input
        self.alphabet = alphabet
        self.simple = simple
        self.markup = markup
        text = Reading(space.text)
        tags = Reading(space.tags)
    }

    /// How much room each of the two readings needs at most.
    static func room(for input: Int) -> Int { 2 * input + 16 }

    mutating func readAll() {
        while at < input.count {
            at =
                tag == .none
                ? text.copyPlain(from: input, at, simple) : tags.copyPlain(from: input, at, simple)
            if at < input.count { step() }
        }
    }

    /// Reads one character, however it is written.
    mutating func step() {
        let byte = input[at]
        let plain = simple[Int(byte)]
        guard plain == 0 else {
            at += 1
            return append(plain)
        }
        switch byte {
        case UInt8(ascii: "<"): openTag()
        case UInt8(ascii: ">"): closeTag()
        case UInt8(ascii: "&"): characterReference()
        case UInt8(ascii: "%"): percentEncoded()
        case UInt8(ascii: "\\"): escaped()
        case 0x0D: lineEnd()
        case 0x80...: append(utf8Scalar())
        default:
            at += 1
            if byte == 0 { sawZero = true }
            append(UInt8(ascii: " "))
        }
    }
}

// MARK: Tags

extension PlainReader {
    private mutating func openTag() {
        at += 1
        guard markup != .none, let next = peek(0), next.isTagStart else { return append(UInt8(ascii: " ")) }
        if tag == .none { text.appendSeam() }
        tags.append(UInt8(ascii: "\n"))
        tag = .open
    }

    private mutating func closeTag() {
        at += 1
        if tag == .none { text.append(UInt8(ascii: " ")) } else { tag = .none }
    }

    /// A `<` or `>` that was written as a character reference.
    private mutating func escapedBracket(_ bracket: UInt8) {
        switch (markup, tag, bracket) {
        case (.escapedTags, .none, UInt8(ascii: "<")):
            text.appendSeam()
            tags.append(UInt8(ascii: "\n"))
            tag = .escaped
        case (_, .escaped, UInt8(ascii: ">")): tag = .none
        default: append(UInt8(ascii: " "))
        }
    }
}

// MARK: Encodings

extension PlainReader {
    /// RFC 5545, 3.1, folds a content line with a line end and one space, wherever it likes.
    private mutating func lineEnd() {
        if peek(1) == 0x0A, let third = peek(2), third == 0x20 || third == 0x09 {
            at += 3
            if tag == .none { text.appendSeam() } else { tags.appendSeam() }
        } else {
            at += 1
            append(UInt8(ascii: " "))
        }
    }

    /// `&eacute;`, `&#233;`, `&#xE9;`, and the same once more escaped: `&amp;eacute;`.
    private mutating func characterReference() {
        var start = at + 1
        while let end = endOfAmpersand(start) { start = end }
        guard let (meaning, end) = CharacterReference.read(input, from: start) else {
            at = start
            return append(UInt8(ascii: " "))
        }
        at = end
        switch meaning {
        case .scalar(let scalar): append(scalar)
        case .letters(let first, let second):
            append(first)
            if second != 0 { append(second) }
        }
    }

    /// Where `amp;` ends, if it stands here and more of a reference follows.
    private func endOfAmpersand(_ start: Int) -> Int? {
        guard start + 4 < input.count, input[start] == UInt8(ascii: "a"), input[start + 1] == UInt8(ascii: "m"),
            input[start + 2] == UInt8(ascii: "p"), input[start + 3] == UInt8(ascii: ";"),
            CharacterReference.read(input, from: start + 4) != nil
        else { return nil }
        return start + 4
    }

    /// `%41`, `%C3%A9`, and the same once more encoded: `%2541`.
    private mutating func percentEncoded() {
        guard let first = percentByte(at) else {
            at += 1
            return append(UInt8(ascii: "%"))
        }
        var bytes: [UInt8] = [first.byte]
        var end = first.end
        while bytes[0] >= 0xC0, bytes.count < 4, let next = percentByte(end), next.byte & 0xC0 == 0x80 {
            bytes.append(next.byte)
            end = next.end
        }
        let (scalar, length) = bytes.withUnsafeBufferPointer { UTF8Scalar.read($0, at: 0) }
        at = length == bytes.count ? end : first.end
        append(scalar)
    }

    private func percentByte(_ start: Int) -> (byte: UInt8, end: Int)? {
        guard start + 2 < input.count, input[start] == UInt8(ascii: "%") else { return nil }
        var place = start + 1
        while place + 3 < input.count, input[place] == UInt8(ascii: "2"), input[place + 1] == UInt8(ascii: "5"),
            input[place + 2].hexValue != nil, input[place + 3].hexValue != nil
        {
            place += 2
        }
        guard let high = input[place].hexValue, let low = input[place + 1].hexValue else { return nil }
        return (high << 4 | low, place + 2)
    }

    /// `\u0041` and `\x41`; `\n`, `\r`, `\t` and the `\N` of calendars, which are no letters.
    private mutating func escaped() {
        while peek(0) == UInt8(ascii: "\\") { at += 1 }
        switch peek(0) {
        case UInt8(ascii: "u"):
            if let scalar = hexScalar(digits: 4) { append(scalar) } else { append(UInt8(ascii: " ")) }
        case UInt8(ascii: "x"):
            if let scalar = hexScalar(digits: 2) { append(scalar) } else { append(UInt8(ascii: " ")) }
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 1
            append(UInt8(ascii: " "))
        default: append(UInt8(ascii: " "))
        }
    }

    /// Reads on behind the `u` or `x` if so many hexadecimal digits follow.
    private mutating func hexScalar(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for place in 1...digits {
            guard let digit = peek(place)?.hexValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        at += digits + 1
        return value
    }

    /// Bytes that are not UTF-8 are taken for Latin-1, the encoding of old picture tools.
    private mutating func utf8Scalar() -> UInt32 {
        let (scalar, length) = UTF8Scalar.read(input, at: at)
        at += length
        return scalar
    }

    private func peek(_ ahead: Int) -> UInt8? { at + ahead < input.count ? input[at + ahead] : nil }
}

// MARK: Writing down

extension PlainReader {
    private mutating func append(_ byte: UInt8) {
        if tag == .none { text.append(byte) } else { tags.append(byte) }
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { return escapedBracket(byte) }
            let plain = simple[Int(byte)]
            return append(plain != 0 ? plain : (byte == UInt8(ascii: "%") ? byte : UInt8(ascii: " ")))
        }
        if let letters = alphabet.latin(scalar) {
            if letters != 0 { append(UInt8(letters & 0xFF)) }
            if letters > 0xFF { append(UInt8(letters >> 8)) }
            return
        }
        switch OtherCharacter(scalar) {
        case .unseen: break
        case .sign(let sign): append(sign)
        case .letters(let text): for byte in text.utf8 { append(byte) }
        }
    }
}

extension UInt8 {
    fileprivate var isTagStart: Bool {
        switch Alphabet.lowered(self) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        default: false
        }
    }
}
