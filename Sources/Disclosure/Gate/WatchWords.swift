/// A name, an id or a phrase as it is looked for: words in the folded alphabet, and what may stand between them.
struct WatchWords: Sendable, Hashable {
    /// The words; between them a space, or a hyphen where a name may as well be written in one (`O'Brien`).
    let bytes: [UInt8]

    /// The words of a name in a given order.
    init(_ words: some Sequence<Word>) {
        var bytes: [UInt8] = []
        for word in words {
            if !bytes.isEmpty { bytes.append(word.isLoose ? UInt8(ascii: "-") : UInt8(ascii: " ")) }
            bytes += word.letters
        }
        self.bytes = bytes
    }

    struct Word: Sendable, Hashable {
        let letters: [UInt8]
        /// Whether only a hyphen or an apostrophe parts it from the word before.
        let isLoose: Bool
    }
}

/// All ways of writing a person's name that are looked for.
///
/// For `Ann Mary O'Brien`: the words from any one on and then those before it (`O'Brien, Ann Mary`), and the first with
/// the last (`Ann O'Brien`), both ways round. A title in front is taken away. Not looked for are single words, because
/// half of all surnames are words or places, and initials with a surname, because `J. Hill` is somebody else in every
/// list of references.
struct NameVariants {
    let variants: [WatchWords]

    /// - Parameter name: Read in the folded alphabet.
    init(_ name: [WatchWords.Word]) {
        let words = Array(name.drop { Self.titles.contains(String(decoding: $0.letters, as: UTF8.self)) })
        let whole = words.filter { $0.letters.count > 1 }
        guard whole.count > 1, let first = words.first, let last = words.last else {
            variants = []
            return
        }
        var all: [WatchWords] = []
        if words.count <= Self.mostWords {
            for start in words.indices { all.append(WatchWords(words[start...] + words[..<start])) }
        }
        if words.count > 2, first.letters.count > 1, last.letters.count > 1 {
            let ends = [first, last].map { WatchWords.Word(letters: $0.letters, isLoose: false) }
            all.append(WatchWords(ends))
            all.append(WatchWords(ends.reversed()))
        }
        variants = all
    }

    /// Longer names are looked for by their first and last word.
    private static let mostWords = 6

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "lord", "lady",
        "cllr", "councillor", "pc", "dc", "ds", "di", "sgt", "insp",
    ]
}
