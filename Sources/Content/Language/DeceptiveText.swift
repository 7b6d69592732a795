import Diagnostics

/// Finds characters by which a text says something else than it shows: some that nobody sees, and letters that look
/// like others.
///
/// Sources: Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities" (CVE-2021-42574), for the marks that turn
/// the reading order around; Unicode Technical Standard #39, section 5.1, for words in letters of several alphabets.
struct DeceptiveText {
    let path: String
    /// Whether the language is written from right to left, and needs marks around what is not.
    var isRightToLeft = false
    private(set) var faults: [Diagnostic] = []

    /// More of one text are not reported: a file of another kind would be full of them.
    private static let most = 50

    init(path: String, isRightToLeft: Bool = false) {
        self.path = path
        self.isRightToLeft = isRightToLeft
    }

    /// - Parameters:
    ///   - bytes: UTF-8; in anything else nothing is found.
    ///   - firstLine: The line of the file on which the text starts.
    ///   - lettersOnly: Whether the readers of values look for what nobody sees.
    ///   - notation: How characters may be written by their numbers.
    ///   - shown: The characters that readers see, of which those count that are written so; `nil` where all count.
    mutating func look(
        at bytes: ArraySlice<UInt8>, firstLine: Int = 1, lettersOnly: Bool = false, notation: CharacterNotation,
        shown: () -> Set<Unicode.Scalar>? = { nil }
    ) {
        let isNoted = notation.mayOccur(in: bytes)
        guard isNoted || Self.mayDeceive(bytes), let text = String(validating: bytes, as: UTF8.self) else { return }
        let shown = isNoted ? shown() : nil
        let scalars = text.unicodeScalars
        var (line, column, place) = (firstLine, 1, scalars.startIndex)
        var word = Word(line: line, column: column)
        while place < scalars.endIndex, faults.count < Self.most {
            var (scalar, length) = (scalars[place], 1)
            let written = isNoted ? notation.character(at: scalars[place...]) : nil
            if let written, shown?.contains(written.character) ?? true { (scalar, length) = written }
            if !lettersOnly { judge(scalar, Position(line: line, column: column), length) }
            if scalar.isLetter {
                if word.scalars.isEmpty { word = Word(line: line, column: column) }
                word.append(scalar, length: length)
            } else if !word.scalars.isEmpty {
                judge(word)
                word = Word(line: line, column: column)
            }
            let next = scalars.index(place, offsetBy: length)
            let endsLine = length == 1 && (scalar == "\n" || scalar == "\r")
            // Of CR LF the second character ends the line.
            if endsLine, !(scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n") {
                (line, column) = (line + 1, 1)
            } else {
                column += length
            }
            place = next
        }
        if faults.count < Self.most { judge(word) }
    }

    /// Whether a control character, one of the marks, or a Greek or Cyrillic letter stands anywhere, as UTF-8. Nearly
    /// all texts have none, and are passed over.
    private static func mayDeceive(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            for place in text.indices where text[place] &- 0x20 >= 0x5F {
                let next = place + 1 < text.count ? text[place + 1] : 0
                switch text[place] {
                case 0x09, 0x0A, 0x0D: continue
                case 0x00...0x1F, 0x7F: return true
                case 0xC2 where next < 0xA0, 0xCD where next >= 0xB0, 0xCE...0xD4: return true
                case 0xE1 where next >= 0xBC, 0xEF where next == 0xBB: return true
                case 0xE2 where (next == 0x80 || next == 0x81) && place + 2 < text.count && text[place + 2] >= 0xA6:
                    return true
                default: continue
                }
            }
            return false
        }
    }

    private mutating func judge(_ scalar: Unicode.Scalar, _ place: Position, _ length: Int) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: return
        case 0x00...0x1F, 0x7F...0x9F, 0xFEFF:
            report(.controlCharacter, "the text holds the invisible character U+\(scalar.hexCode)", place, length)
        case 0x202A...0x202E:
            report(.reordersText, "U+\(scalar.hexCode) turns the reading order of the text around", place, length)
        case 0x2066...0x2069 where !isRightToLeft:
            report(.reordersText, "U+\(scalar.hexCode) turns the reading order of the text around", place, length)
        default: return
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ place: Position, _ length: Int) {
        faults.append(
            Diagnostic(
                code, message, at: Location(path: path, start: place, length: length),
                help: "delete it and type the text again"))
    }

    private mutating func judge(_ word: Word) {
        guard word.isMixed, let odd = word.odd else { return }
        faults.append(
            Diagnostic(
                .mixedAlphabets,
                "\"\(String(String.UnicodeScalarView(word.scalars)))\" has letters of two alphabets",
                at: Location(path: path, start: word.start, length: word.length),
                label: "\"\(odd)\" is the \(odd.isCyrillic ? "Cyrillic" : "Greek") letter U+\(odd.hexCode)",
                help: "type the word again"))
    }
}

/// Letters that follow one another.
private struct Word {
    let start: Position
    private(set) var scalars: [Unicode.Scalar] = []
    /// In characters of the file.
    private(set) var length = 0
    private var hasLatin = false
    private(set) var odd: Unicode.Scalar?

    init(line: Int, column: Int) { start = Position(line: line, column: column) }

    var isMixed: Bool { hasLatin && odd != nil }

    mutating func append(_ scalar: Unicode.Scalar, length: Int) {
        scalars.append(scalar)
        self.length += length
        if scalar.isLatin { hasLatin = true }
        if odd == nil, scalar.isCyrillic || scalar.isGreek { odd = scalar }
    }
}

// Blocks of The Unicode Standard 16.0.
extension Unicode.Scalar {
    fileprivate var isLatin: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    fileprivate var isCyrillic: Bool { (0x400...0x52F).contains(value) }

    fileprivate var isGreek: Bool { (0x370...0x3FF).contains(value) || (0x1F00...0x1FFF).contains(value) }

    /// ASCII first, which nearly all letters are.
    fileprivate var isLetter: Bool { isASCII ? isLatin : properties.isAlphabetic }

    fileprivate var hexCode: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
