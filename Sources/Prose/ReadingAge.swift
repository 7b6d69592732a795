/// How old a reader must be to read a text with ease, by the Flesch–Kincaid formula.
///
/// Kincaid, Fishburne, Rogers and Chissom, *Derivation of New Readability Formulas for Navy Enlisted Personnel*
/// (Research Branch Report 8-75, 1975): the grade is 0.39 × words per sentence + 11.8 × syllables per word − 15.59. A
/// child enters the first grade at six, so the age is the grade and five. It is for English alone.
public struct ReadingAge: Sendable, Hashable {
    public let words: Int
    public let sentences: Int
    public let syllables: Int

    /// A formula that looks at averages says nothing about a few lines.
    public static let fewestWords = 100

    /// Paragraphs and points of lists count; headings, tables and quotations do not. A point of a list is a sentence
    /// even where no full stop ends it.
    public init(of text: RunningText) {
        var (words, sentences, syllables) = (0, 0, 0)
        for passage in text.passages where passage.kind == .paragraph || passage.kind == .item {
            for sentence in text.sentences(in: passage.range) {
                let found = text.words(in: sentence)
                guard !found.isEmpty else { continue }
                sentences += 1
                words += found.count
                for word in found { syllables += Syllables.count(text.bytes[word]) }
            }
        }
        (self.words, self.sentences, self.syllables) = (words, sentences, syllables)
    }

    /// In years, rounded to the nearest; `nil` where there is too little text to judge.
    public var years: Int? {
        guard words >= Self.fewestWords, sentences > 0 else { return nil }
        let grade =
            0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
        return max(5, Int((grade + 5).rounded()))
    }

    /// The mean length of a sentence, in words, rounded.
    public var wordsPerSentence: Int {
        sentences == 0 ? 0 : Int((Double(words) / Double(sentences)).rounded())
    }
}
