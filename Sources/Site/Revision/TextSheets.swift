public import Content
import Markdown
import Schemas

/// What of a finished site is new with new texts, for those who search it and write nothing.
///
/// Like ``TextRevision``, where nothing but texts has changed since the whole site was looked at.
public struct TextSheets: Sendable {
    private let board: Board
    private let terms: TermFinder

    /// - Parameter board: Nobody looks at its pages.
    public init(board: Board) {
        self.board = board
        terms = TermFinder(board.glossary.items)
    }

    /// The text of a page amid what stands around it, and its words as the search index has them; `nil` where the site has
    /// to be planned anew to know what the text changes.
    ///
    /// - Parameter surroundings: Those of the page when the whole site was looked at.
    public func sheets(of page: Page, in surroundings: PageSurroundings) -> [SiteFile]? {
        let terms = page.translation == nil ? terms : TermFinder([])
        guard surroundings.holes.count == page.body.holes.count, page.figures.isEmpty, !mayCiteFigures(page),
            !mayKeepPolicies(page), let texts = page.ownSearchTexts,
            TextFacts(page, terms: terms.terms(in: page.body.html)).digest == surroundings.facts
        else { return nil }
        var filled = 0
        var text: [UInt8] = []
        page.body.append(to: &text) { _, out in
            out += surroundings.holes[filled]
            filled += 1
        }
        guard !text.isEmpty else { return nil }
        let words = SearchEntry(page, with: texts, terms: self.terms).words.words
        // Parted as the gate parts those of an index: no two of them are neighbours on any page.
        let listed = (0..<words.count).reduce(into: [UInt8]()) { $0 += Array("!\n".utf8) + words[$1] }
        return [
            SiteFile(path: surroundings.file, bytes: surroundings.before + text + surroundings.behind),
            SiteFile(path: "search/words", bytes: listed),
        ]
    }

    /// Whether its links may lead to figures, which the words of the link must then say: see ``CitedFigures``.
    private func mayCiteFigures(_ page: Page) -> Bool {
        page.body.links.contains { link in
            link.destination.utf8.firstIndex(of: UInt8(ascii: "#")).map {
                link.destination.utf8[$0...].contains(UInt8(ascii: "."))
            } ?? false
        }
    }

    /// Whether HTML in its text may be what a policy asks for. Markdown makes no addresses but those of its links, which are
    /// among its facts: see ``PolicyCheck``.
    private func mayKeepPolicies(_ page: Page) -> Bool {
        !board.settings.policies.isEmpty && board.settings.rawHTML.contains(page.kind.word)
    }
}
