/// Counts the syllables of English words by their letters.
///
/// Groups of vowels count, a silent `e` at the end does not. Against a dictionary such rules are right for about nine
/// words in ten, and their errors cancel out over a page.
enum Syllables {
    /// At least 1; a number counts as one.
    static func count(_ word: some Collection<UInt8>) -> Int {
        let letters = word.map { $0.isCapital ? $0 + 32 : $0 }.filter { (0x61...0x7A).contains($0) }
        guard letters.count > 3 else { return 1 }
        var (groups, wasVowel) = (0, false)
        for letter in letters {
            let isVowel = vowels.contains(letter)
            if isVowel, !wasVowel { groups += 1 }
            wasVowel = isVowel
        }
        return max(1, groups - silent(letters) + apart(letters))
    }

    /// Endings whose `e` is not spoken: "made", "makes", "looked", but "table", "wanted", "houses".
    private static func silent(_ word: [UInt8]) -> Int {
        if ends(word, "e") { return ends(word, "le") && !isVowel(word, 3) || isVowel(word, 2) ? 0 : 1 }
        if ends(word, "ed") { return [0x74, 0x64].contains(word[word.count - 3]) || isVowel(word, 3) ? 0 : 1 }
        if ends(word, "es") {
            return ["ses", "zes", "ces", "ges", "xes", "ches", "shes", "les"].contains { ends(word, $0) }
                || isVowel(word, 3) ? 0 : 1
        }
        return ["ely", "ement", "eful", "eless", "ements"].contains { ends(word, $0) } ? 1 : 0
    }

    /// Vowels side by side that are spoken apart, as in "trial", "being" and "doing", but not in "social".
    private static func apart(_ word: [UInt8]) -> Int {
        let pairs: [(UInt8, UInt8)] = [(0x69, 0x61), (0x69, 0x6F), (0x75, 0x61), (0x65, 0x69)]
        var more = 0
        for index in word.indices.dropFirst().dropLast()
        where pairs.contains(where: { $0 == (word[index], word[index + 1]) }) {
            let before = word[index - 1]
            let softens = before == 0x63 || before == 0x74 || before == 0x73 || before == 0x67 || before == 0x71
            if word[index] == 0x65, word[index + 1] == 0x69 {
                more += ends(word, "eing") ? 1 : 0
            } else if !softens {
                more += 1
            }
        }
        return more + (ends(word, "oing") || ends(word, "ying") ? 1 : 0) + (ends(word, "ism") ? 1 : 0)
    }

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }

    /// Whether the letter this far from the end is a vowel.
    private static func isVowel(_ word: [UInt8], _ fromEnd: Int) -> Bool {
        word.count >= fromEnd && vowels.contains(word[word.count - fromEnd])
    }

    private static let vowels: Set<UInt8> = Set("aeiouy".utf8)
}
