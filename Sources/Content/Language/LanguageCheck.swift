import Diagnostics
import Markdown
import Prose
import Schemas

/// Judges the wording of one page: words that blame children, unexplained acronyms, links that say nothing, and how old
/// a reader must be. For pages in English.
struct LanguageCheck: Sendable {
    private let blame: BlameFinder
    private let acronyms: Set<String>
    private let linkTexts: Set<String>
    private let readingAges: LanguageRules.ReadingAges

    /// - Parameter glossary: Acronyms that it explains need no explanation on a page; `nil` where it could not be read,
    ///   and then no acronym is reported.
    init(_ rules: LanguageRules, glossary: [GlossaryEntry]) {
        blame = BlameFinder(rules)
        acronyms = Set(rules.acronyms + glossary.flatMap { [$0.term] + $0.also })
        linkTexts = Set(rules.linkTexts)
        readingAges = rules.readingAges
    }

    /// - Parameters:
    ///   - bytes: The whole file, as it was read.
    ///   - document: Its text, parsed so that it keeps its running text.
    func faults(
        of id: ID<Page>, _ front: FrontMatter, _ document: MarkdownDocument, bytes: [UInt8], path: String
    ) -> [Diagnostic] {
        var places = WordPlaces(bytes, path: path)
        let text = Self.everything(front, document, &places)
        let words = blame.findings(in: text, of: id).map { finding in
            Diagnostic(
                .blamingWords, "\"\(text.text(finding.range))\" puts blame on the child",
                at: places.location(of: finding.range, in: text),
                severity: finding.term.weight == .note ? .note : nil,
                notes: [.init("said by \(finding.term.source)")], help: "write: \(finding.term.instead)")
        }
        return words + unexplained(text, bytes, path) + document.links.compactMap(fault)
            + [readingAge(front, document.runningText, bytes, path)].compactMap(\.self)
    }

    /// The body, what its components say, and the summary.
    private static func everything(
        _ front: FrontMatter, _ document: MarkdownDocument, _ places: inout WordPlaces
    ) -> RunningText {
        var text = document.runningText
        for component in document.components {
            var line = component.bodyFirstLine
            for part in component.body.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                text.begin(.cell)
                // Straight marks are YAML's here, and quote nobody.
                text.append(part.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: " ") : $0 }, line: line)
                text.end()
                line += 1
            }
        }
        text.begin(.cell)
        text.append(front.summary.utf8, line: places.line(startingWith: "summary:") ?? 1)
        text.end()
        return text
    }

    private func unexplained(_ text: RunningText, _ bytes: [UInt8], _ path: String) -> [Diagnostic] {
        var places = WordPlaces(bytes, path: path)
        return text.unexplainedAcronyms().filter { !acronyms.contains($0.name) }.map { name, range in
            Diagnostic(
                .undefinedAcronym, "\"\(name)\" is not explained", at: places.location(of: range, in: text),
                help: "write it out with the letters in brackets behind it, or add it to the glossary")
        }
    }

    private func fault(of link: MarkdownDocument.Link) -> Diagnostic? {
        let words = link.text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        guard linkTexts.contains(words) else { return nil }
        return Diagnostic(
            .vagueLink, "the link's text \"\(link.text)\" does not say where it leads", at: link.location,
            help: "write between the square brackets what the reader finds there")
    }

    private func readingAge(
        _ front: FrontMatter, _ text: RunningText, _ bytes: [UInt8], _ path: String
    ) -> Diagnostic? {
        let limits = front.readership.audiences.compactMap { audience in
            readingAges.limits[audience].map { (age: $0, audience: audience) }
        }
        guard let limit = limits.min(by: { $0.age < $1.age }) else { return nil }
        let age = ReadingAge(of: text)
        guard let years = age.years, years > limit.age else { return nil }
        let syllables = (age.syllables * 100 + age.words / 2) / age.words
        return Diagnostic(
            .hardToRead,
            "this text needs a reading age of \(years); at most \(limit.age) is asked of \(limit.audience.rawValue)",
            at: .wholeFile(path),
            notes: [
                .init(
                    "by the Flesch–Kincaid formula: \(age.wordsPerSentence) words in a sentence, \(syllables) syllables in 100 words"
                )
            ],
            help: "cut long sentences in two, and use short words")
    }
}
