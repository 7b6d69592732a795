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
/// For `Ann Mary Smith-O'Brien`: its parts from any one on and then those before it (`Smith-O'Brien, Ann Mary`), and the
/// first with the last (`Ann Smith-O'Brien`), or with a piece of it (`Ann Smith`), both ways round. A title in front is
/// taken away. Not looked for are single words, because half of all surnames are words or places, and initials with a
/// surname, because `J. Hill` is somebody else in every list of references.
struct NameVariants {
    let variants: [WatchWords]

    /// - Parameter name: Read in the folded alphabet.
    init(_ name: [WatchWords.Word]) {
        let name = Self.withoutTitle(name)
        // Nearly everybody has two plain names, and there may be a hundred thousand people.
        if name.count == 2, name.allSatisfy({ !$0.isLoose && $0.letters.count > 1 }), name[0] != name[1] {
            variants = [WatchWords(name), WatchWords(name.reversed())]
            return
        }
        let parts = Self.parts(of: name)
        guard parts.count(where: \.isWhole) > 1, let first = parts.first, let last = parts.last else {
            variants = []
            return
        }
        var all: [WatchWords] = []
        if parts.count <= Self.mostParts {
            for start in parts.indices { all.append(WatchWords((parts[start...] + parts[..<start]).flatMap(\.words))) }
        }
        if first.isWhole, last.isWhole {
            for head in first.shortened {
                for tail in last.shortened {
                    all.append(WatchWords(head.words + tail.words))
                    all.append(WatchWords(tail.words + head.words))
                }
            }
        }
        // A handful: to compare them costs less than to hash them.
        variants = all.enumerated().filter { place, words in !all[..<place].contains(words) }.map(\.element)
    }

    /// Words that only a hyphen or an apostrophe parts.
    private struct Part {
        let words: [WatchWords.Word]

        /// Whether it is more than an initial.
        var isWhole: Bool { words.reduce(0) { $0 + $1.letters.count } > 1 }

        /// Itself, and for `Smith-Jones` either of its words.
        var shortened: [Part] {
            guard words.count > 1 else { return [self] }
            return [self]
                + words.map { Part(words: [.init(letters: $0.letters, isLoose: false)]) }.filter(\.isWord)
        }

        /// Whether it is no mere `O` or `Mc`, with which others begin too.
        private var isWord: Bool { words[0].letters.count > 2 }
    }

    private static func parts(of words: [WatchWords.Word]) -> [Part] {
        var parts: [[WatchWords.Word]] = []
        for word in words {
            if word.isLoose, !parts.isEmpty { parts[parts.count - 1].append(word) } else { parts.append([word]) }
        }
        return parts.map(Part.init)
    }

    /// A title is taken away if a whole name is left, so that somebody whose given name looks like one is not lost.
    private static func withoutTitle(_ name: [WatchWords.Word]) -> [WatchWords.Word] {
        guard let first = name.first, titles.contains(first.letters) else { return name }
        let rest = Array(name.drop { titles.contains($0.letters) })
        return rest.count(where: { $0.letters.count > 1 }) > 1 ? rest : name
    }

    /// Longer names are looked for by their first and last part.
    private static let mostParts = 6

    private static let titles: [[UInt8]] = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame", "lord", "lady",
        "cllr", "councillor", "pc", "dc", "ds", "sgt", "insp",
    ].map { Array($0.utf8) }
}
