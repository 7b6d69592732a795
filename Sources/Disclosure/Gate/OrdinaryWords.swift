/// Tells people whose names are words of the language from those words.
///
/// "You may read it here" is not about May Read. A name is taken for ordinary words where both hold:
///
/// - a word of it starts with a plain small letter at the place in question, as in `Will read`;
/// - each word of it stands small, and apart from the name, on five pages of the site or more.
///
/// So `May Read` is an alarm and `may read` is none, whereas `zoe oakwhistle` is one however it is written. The site is
/// its own dictionary: no list of words has to be kept, and it serves every language.
struct OrdinaryWords {
    private let words: Set<[UInt8]>
    /// On how many pages each of them was seen so far.
    private var pages: [[UInt8]: Int] = [:]
    /// Words in plain small letters. No others are ever taken for ordinary ones.
    private var ordinary: Set<[UInt8]> = []

    /// A word that so many pages use is no surname that slipped through. A leak stands on all pages or on a few, but
    /// there it stands beside the other half of the name.
    static let fewestPages = 5

    /// - Parameter names: The words of the names in question: few, because most boards have nobody who is called so.
    init(among names: [[[UInt8]]]) { words = Set(names.joined()) }

    /// Whether more files could tell more.
    var areOpen: Bool { ordinary.count < words.count }

    mutating func look(at file: PersonalDataGate.File) {
        guard areOpen, file.path.hasSuffix(".html") else { return }
        for word in Self.small(words, in: file.bytes) {
            pages[word, default: 0] += 1
            if pages[word] == Self.fewestPages { ordinary.insert(word) }
        }
    }

    func contains(_ name: [[UInt8]]) -> Bool { name.allSatisfy(ordinary.contains) }

    /// Which of the words stand in a file, written small and beside none of the others.
    private static func small(_ words: Set<[UInt8]>, in bytes: [UInt8]) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        var before: (word: [UInt8], stands: Bool)?
        for word in bytes.split(whereSeparator: { !$0.isWordInFile }) {
            let isOne = words.contains(word.map(Alphabet.lowered))
            if let last = before, last.stands, !isOne { found.insert(last.word) }
            before = isOne ? (Array(word), before?.stands != true && words.contains(Array(word))) : nil
        }
        if let before, before.stands { found.insert(before.word) }
        return found
    }
}

extension WatchList {
    /// The words of the names of some people.
    func words(ofNames owners: Set<Int32>) -> [Int32: [[UInt8]]] {
        var words: [Int32: Set<[UInt8]>] = [:]
        for entry in entries where entry.kind == .name && owners.contains(entry.owner) {
            words[entry.owner, default: []].formUnion(self.words(entry).split { !$0.isWord }.map(Array.init))
        }
        return words.mapValues(Array.init)
    }
}

extension UInt8 {
    fileprivate var isWordInFile: Bool { Alphabet.lowered(self).isWord }
}
