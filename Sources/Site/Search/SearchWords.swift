/// The words of a text as the search page finds them: in small letters, with how much each says about the page.
///
/// A word is a run of letters, marks and digits of any script; apostrophes and joiners inside it are left out, so
/// `child's` is `childs` as many people type it. Accents and spellings of one letter are not folded here: the script of
/// the search page does that to these words and to what is typed alike, so there is one place where it is decided.
struct SearchWords {
    private var table = WordTable()
    private var weights: [UInt8] = []

    /// What was found.
    var found: Weighted { Weighted(words: table.words, weights: weights) }

    /// The words of a page.
    struct Weighted: Sendable {
        let words: WordList
        /// How much each says about the page: 8 where it stands in the title, else the sum of the weights of its places,
        /// but never as much.
        let weights: [UInt8]
    }

    mutating func add(_ text: String, _ weight: Weight) {
        Array(text.utf8).withUnsafeBufferPointer { add($0, isHTML: false, weight) }
    }

    /// Words of finished HTML, without its tags and character references.
    mutating func add(html: [UInt8], _ weight: Weight) {
        html.withUnsafeBufferPointer { add($0, isHTML: true, weight) }
    }

    /// How much a place of a page says about what the page is about.
    enum Weight: UInt8 {
        case body = 1
        /// Headings, signs, things to do: short, and written with care.
        case list = 2
        /// The summary, and other names for the same thing.
        case summary = 4
        case title = 8
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool, _ weight: Weight) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count) { space in
            var word = Word(space)
            var at = 0
            while at < bytes.count {
                let byte = bytes[at]
                switch byte {
                case 0x61...0x7A, 0x30...0x39: word.append(byte)
                case 0x41...0x5A: word.append(byte | 0x20)
                case UInt8(ascii: "'"): break
                case 0x80...:
                    let next = bytes[at...].firstIndex { $0 < 0x80 } ?? bytes.count
                    for scalar in String(decoding: bytes[at..<next], as: UTF8.self).unicodeScalars
                    where !word.append(scalar) {
                        end(&word, weight)
                    }
                    at = next
                    continue
                case UInt8(ascii: "<") where isHTML, UInt8(ascii: "&") where isHTML:
                    end(&word, weight)
                    let close = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
                    at = bytes[at...].firstIndex(of: close) ?? bytes.count
                default: end(&word, weight)
                }
                at += 1
            }
            end(&word, weight)
        }
    }

    /// Single letters of English ("a", "I") are on every page and lead nobody to any.
    private mutating func end(_ word: inout Word, _ weight: Weight) {
        guard let first = word.letters.first else { return }
        if word.letters.count > 1 || first < UInt8(ascii: "a") {
            let place = table.place(of: word.letters)
            if place == weights.count { weights.append(0) }
            weights[place].add(weight)
        }
        word.removeAll()
    }

    /// The word that is being read, in room for all of the text: an array would ask for each letter whether it is shared
    /// and has room.
    private struct Word {
        private let space: UnsafeMutableBufferPointer<UInt8>
        private var count = 0

        /// - Parameter space: Twice as long as the text: small letters take no more than three bytes for two.
        init(_ space: UnsafeMutableBufferPointer<UInt8>) { self.space = space }

        var letters: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: space[..<count]) }

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            space[count] = byte
            count += 1
        }

        /// False where the character ends the word.
        mutating func append(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2019, 0x02BC, 0xAD, 0x200C, 0x200D: return true
            default:
                switch scalar.roleInWord {
                case .asItIs: for byte in UTF8.encode(scalar) ?? .init() { append(byte) }
                case .inSmallLetters: for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
                case .none: return false
                }
                return true
            }
        }

        mutating func removeAll() { count = 0 }
    }
}

extension UInt8 {
    fileprivate mutating func add(_ weight: SearchWords.Weight) {
        let title = SearchWords.Weight.title.rawValue
        self = weight == .title || self == title ? title : Swift.min(self + weight.rawValue, title - 1)
    }
}

extension Unicode.Scalar {
    fileprivate enum RoleInWord {
        case none, asItIs, inSmallLetters
    }

    /// What a character above ASCII is in a word.
    fileprivate var roleInWord: RoleInWord {
        value < Self.usualRoles.count ? Self.usualRoles[Int(value)] : foundRole
    }

    /// Of the alphabets from Latin to Gurmukhi and on to Myanmar: to ask the tables of Unicode for each letter of a
    /// text takes longer than all else that is done with it.
    private static let usualRoles: [RoleInWord] = (0..<0x1000).map { Unicode.Scalar(UInt16($0))?.foundRole ?? .none }

    private var foundRole: RoleInWord {
        guard isPartOfWord else { return .none }
        return properties.lowercaseMapping.unicodeScalars.elementsEqual([self]) ? .asItIs : .inSmallLetters
    }

    /// Letters, marks and numbers: General_Category L, M and N (Unicode Standard Annex 44, §5.7.1). Vowel signs of
    /// Bengali and Gurmukhi are marks, and a word without them is another word.
    private var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
