import Content
import Markdown
import Schemas
import Theming

/// A page as the search page knows it.
struct SearchEntry: Sendable {
    let page: Page
    /// Its words, with how much each says about it: see ``SearchWords``.
    let words: SearchWords.Weighted

    /// - Parameters:
    ///   - texts: What front matter and registries put on the page: see ``Content/Page/searchTexts(in:)``.
    ///   - terms: The words of the glossary: a page that uses one is found by its other spellings too.
    init(_ page: Page, with texts: [(text: String, weight: SearchWords.Weight)], terms: TermFinder) {
        var words = SearchWords()
        words.add(page.front.title, .title)
        words.add(page.navTitle, .summary)
        words.add(page.front.summary, .summary)
        for heading in page.body.outline { words.add(heading.text, .list) }
        for (text, weight) in texts { words.add(text, weight) }
        let html = page.body.html
        words.add(html: html, .body)
        for argument in page.components.flatMap(\.arguments) { Self.add(argument, to: &words) }
        for term in terms.terms(in: html) {
            for spelling in [term.term] + term.also { words.add(spelling, .body) }
        }
        self.page = page
        self.words = words.found
    }

    /// What an author told a component. The things that ids stand for have pages of their own.
    private static func add(_ argument: Argument, to words: inout SearchWords) {
        switch argument {
        case .text(let text): words.add(text, .body)
        case .texts(let texts): for text in texts { words.add(text, .body) }
        case .markdown(let document): words.add(html: document.html, .body)
        case .list(let items): for item in items { for argument in item { add(argument, to: &words) } }
        case .absent, .number, .flag, .date, .choice, .link, .host: break
        }
    }
}
