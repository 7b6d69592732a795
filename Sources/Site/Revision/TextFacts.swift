import Content
import Integrity
import Markdown
import Schemas

/// What others than the page itself see of its text, beside its words: its headings, which contents lists show and links
/// lead to, the words of the glossary that it uses, and what it asks the site for.
struct TextFacts {
    private var bytes: [UInt8] = []

    /// - Parameter terms: The words of the glossary that the page uses: see ``SiteFragments/terms``.
    init(_ page: Page, terms: [GlossaryEntry]) {
        for heading in page.body.outline {
            add(String(heading.level), heading.id, heading.text)
        }
        add("terms")
        for term in terms { add(term.id.text) }
        add("holes")
        for hole in page.body.holes { add(hole.kind, page.body) }
    }

    var digest: Digest { .sha256(bytes) }

    private mutating func add(_ kind: MarkdownDocument.Hole.Kind, _ body: MarkdownDocument) {
        switch kind {
        case .link(let index): add("link", body.links[index].destination)
        case .image(let index):
            let image = body.images[index]
            add("image", String(index), image.source, image.alt, image.title ?? "", image.title == nil ? "" : "title")
        case .component(let index):
            add("component", String(index), body.components[index].name, body.components[index].body)
        }
    }

    /// With its length in front, so that no two rows of texts look alike.
    private mutating func add(_ texts: String...) {
        for text in texts {
            bytes += String(text.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += text.utf8
        }
    }
}
