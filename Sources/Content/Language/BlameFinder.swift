import Prose
import Schemas

/// Finds the ways of speaking that a board's rules object to.
struct BlameFinder: Sendable {
    /// A term in a text.
    struct Finding {
        let term: LanguageRules.Term
        let range: Range<Int>
    }

    private let terms: [LanguageRules.Term]
    private let finder: PhraseFinder
    /// For each phrase of the finder, the term that it is a form of.
    private let owners: [Int]
    private let children: PhraseFinder
    private let neighbours: [(with: PhraseFinder, notWith: PhraseFinder)]
    private let allowed: [LanguageRules.Allowance]

    init(_ rules: LanguageRules) {
        terms = rules.terms
        let forms = rules.terms.enumerated().flatMap { index, term in term.say.map { (index, $0) } }
        owners = forms.map(\.0)
        finder = PhraseFinder(forms.map(\.1))
        children = PhraseFinder(rules.children)
        neighbours = rules.terms.map { (PhraseFinder($0.with), PhraseFinder($0.notWith)) }
        allowed = rules.allowed
    }

    /// What stands in a text in the author's own voice: quotations and titles of other works are let through, and
    /// headings are not.
    func findings(in text: RunningText, of page: ID<Page>) -> [Finding] {
        let spared = Set(allowed.filter { $0.pages.isEmpty || $0.pages.contains(page) }.map { $0.term?.value ?? "" })
        guard !spared.contains("") else { return [] }
        return text.passages.flatMap { passage -> [Finding] in
            let matches = finder.matches(in: text.bytes, passage.range)
            guard passage.kind != .quotation, !matches.isEmpty else { return [] }
            let quoted = text.quoted(in: passage.range)
            return matches.compactMap { match in
                let index = owners[match.phrase]
                guard !spared.contains(terms[index].id.value), !quoted.contains(where: { $0.overlaps(match.range) }),
                    isMeant(index, match.range, in: text, passage)
                else { return nil }
                return Finding(term: terms[index], range: match.range)
            }
        }
    }

    /// Whether the neighbours of a term make it the harmful one.
    private func isMeant(
        _ index: Int, _ match: Range<Int>, in text: RunningText, _ passage: RunningText.Passage
    ) -> Bool {
        let term = terms[index]
        guard term.aboutChildren || !term.with.isEmpty || !term.notWith.isEmpty else { return true }
        let sentence = text.sentence(around: match, in: passage.range)
        let holds = { (finder: PhraseFinder) in
            !finder.matches(in: text.bytes, sentence.lowerBound..<match.lowerBound).isEmpty
                || !finder.matches(in: text.bytes, match.upperBound..<max(match.upperBound, sentence.upperBound))
                    .isEmpty
        }
        return (!term.aboutChildren || holds(children)) && (term.with.isEmpty || holds(neighbours[index].with))
            && (term.notWith.isEmpty || !holds(neighbours[index].notWith))
    }
}
