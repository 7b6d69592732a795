/// The words of a text as the search page finds them: in small letters, with how much each says about the page.
///
/// A word is a run of letters, marks and digits of any script; apostrophes and joiners inside it are left out, so
/// `child's` is `childs` as many people type it. Accents and spellings of one letter are not folded here: the script of
/// the search page does that to these words and to what is typed alike, so there is one place where it is decided.
struct SearchWords {
    /// The sum of the weights of all places where a word stands.
    private(set) var weights: [String: Int] = [:]

    private var word: [UInt8] = []

    mutating func add(_ text: String, _ weight: Weight) {
        add(text.utf8, weight)
    }

    /// Words of finished HTML, without its tags and character references.
    mutating func add(html: [UInt8], _ weight: Weight) {
        var text: [UInt8] = []
        text.reserveCapacity(html.count)
        var at = 0
        while at < html.count {
            switch html[at] {
            case UInt8(ascii: "<"): at = html[at...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
            case UInt8(ascii: "&"): at = html[at...].firstIndex(of: UInt8(ascii: ";")) ?? html.count
            default:
                text.append(html[at])
                at += 1
                continue
            }
            text.append(UInt8(ascii: " "))
            at += 1
        }
        add(text, weight)
    }

    /// How much a place of a page says about what the page is about.
    enum Weight: Int {
        case body = 1
        /// Headings, signs, things to do: short, and written with care.
        case list = 2
        /// The summary, and other names for the same thing.
        case summary = 4
        case title = 8
    }

    private mutating func add(_ utf8: some Sequence<UInt8>, _ weight: Weight) {
        var decoder = UTF8()
        var bytes = utf8.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { add(scalar, weight) }
        endWord(weight)
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ weight: Weight) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
        case 0x41...0x5A: word.append(UInt8(scalar.value) | 0x20)
        case 0x27, 0x2019, 0x02BC, 0xAD, 0x200C, 0x200D: break
        case 0..<0x80: endWord(weight)
        default:
            if scalar.isPartOfWord { word += scalar.properties.lowercaseMapping.utf8 } else { endWord(weight) }
        }
    }

    /// Single letters of English ("a", "I") are on every page and lead nobody to any.
    private mutating func endWord(_ weight: Weight) {
        if word.count > 1 || word.first.map({ $0 < 0x61 }) ?? false {
            weights[String(decoding: word, as: UTF8.self), default: 0] += weight.rawValue
        }
        word.removeAll(keepingCapacity: true)
    }
}

extension Unicode.Scalar {
    /// Letters, marks and numbers: General_Category L, M and N (Unicode Standard Annex 44, §5.7.1). Vowel signs of
    /// Bengali and Gurmukhi are marks, and a word without them is another word.
    fileprivate var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
