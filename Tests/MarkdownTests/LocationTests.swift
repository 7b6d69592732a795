import Diagnostics
import Markdown
import Testing

struct LocationTests {
    /// Every `@` stands before a destination; it is taken out before the text is parsed.
    @Test(arguments: [
        "see [a](@x) and\n[b](@y)",
        "- one [a](@x)\n  two [b](@y)\n  - three\n    [c](@z)",
        "> a [b](@x)\n> c [d](@y)\n> > [e](@z)",
        "a [link\nwith two lines](@x) and [b](@y)\n[c](@z)",
        "`code\nspan` [b](@y)",
        "break\\\n[b](@y)  \n[c](@z)",
        "[a](\n@x) b\n[c](@y)",
        "[a](@x\n\"title\") b\n[c](@y)",
        "[a](@x \"two\nlines\") b [c](@y)",
        "[ref]: /u\n[other]: /v\ntext [b](@y)\nmore [c](@z)",
        "| a | b |\n|---|---|\n| [x](@x) | [y](@y) |\n| z | [z](@z) |",
        "before\n| [a](@x) | b |\n|---|---|\n| c | [y](@y) |",
        "# [a](@x)\n\n[a](@x)\n---\n",
        "ünïcode [a](@x) [a](@x)",
        "<!-- a\nb -->\n[c](@y)",
        "a <!-- b\nc --> [d](@y)",
        "a\r\nb [c](@x)\rd [e](@y)",
        "![a](@x.png) [![b\nc](@y.png)](@z)",
        "> [!NOTE]\n> a [b](@x)\n> [c](@y)",
        "text[^1]\n\n[^1]: note [a](@x)\n    more [b](@y)\n\n[^2]: unused",
        "<https://a.b> [c](@y) www.d.e [f](@z)",
    ])
    func `links and images know their line and column`(marked: String) {
        let text = marked.replacing("@", with: "")
        for firstLine in [1, 12] {
            let document = parse(text, firstLine: firstLine).document
            let links = document.links.filter { $0.destination.count == 1 }.map(\.location.start)
            let images = document.images.map(\.location.start)
            let found = (links + images).sorted().map { [$0.line - firstLine + 1, $0.column] }
            #expect(found == marks(in: marked))
        }
    }

    private func marks(in text: String) -> [[Int]] {
        var (line, column, places): (Int, Int, [[Int]]) = (1, 1, [])
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "@": places.append([line, column])
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
        }
        return places
    }

    @Test func `a reference is located where it is used`() {
        let link = parse("[label]: https://a.b\n\none\nsee [this text][label]").document.links.first
        #expect(link?.location.start.line == 4)
        #expect(link?.location.start.column == 6)
        #expect(link?.destination == "https://a.b")
    }

    @Test func `a component knows where its body starts`() {
        let component = parse("a\n\n> ```{contacts}\n> ids: [a]\n> ```", firstLine: 10).document.components.first
        #expect(component?.name == "contacts")
        #expect(component?.body == "ids: [a]\n")
        #expect(component?.bodyFirstLine == 13)
        #expect(component?.location.start.column == 6)
    }
}
