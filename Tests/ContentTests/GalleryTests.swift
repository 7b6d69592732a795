import Diagnostics
import Markdown
import Schemas
import Templates
import Testing
import Theming

@testable import Content

@Suite struct GalleryTests {
    @Test func `each component has a page, and one page lists them`() async throws {
        let pages = try #require(try await read().pages)
        #expect(pages.map(\.id.text) == ["gallery", "gallery/box"])
        #expect(pages.map(\.front.title) == ["Components", "box"])
    }

    @Test func `an example stands as it is drawn and as it is written`() async throws {
        let page = try #require(try await read().pages?.last)
        #expect(page.body.outline.map(\.text) == ["With “quotes” and *stars*", "Another", "What it can be told"])
        #expect(page.body.components.map(\.name) == ["box", "box"])
        #expect(page.components.count == 2)
        #expect(
            String(decoding: page.body.html, as: UTF8.self).contains("```{box}\ntext: |\n  ````\n  code\n  ````\n```"))
    }

    @Test func `what it can be told is a table`() async throws {
        let html = String(decoding: try #require(try await read().pages?.last).body.html, as: UTF8.self)
        #expect(html.contains("<td><code>text</code></td>") && html.contains("Markdown, required"))
        #expect(html.contains("<td><code>items › name</code></td>"))
        #expect(html.contains("A | and a `tick`."))
    }

    @Test func `an example that names what the board does not have is left out with a warning`() async throws {
        let (pages, faults) = try await read("contact: nobody")
        #expect(try #require(pages?.last).components.count == 1)
        #expect(faults.map(\.severity) == [.warning] && faults.map(\.code) == [.componentExample])
        #expect(faults.first?.location?.path == "themes/t/components/box/component.yaml")
        #expect(faults.first?.message.hasPrefix("the example \"Another\" is left out: there is no ") == true)
    }

    @Test func `an example that names what the board has is shown`() async throws {
        let (pages, faults) = try await read("contact: police")
        #expect(faults.isEmpty)
        #expect(try #require(pages?.last).components.count == 2)
    }

    @Test func `a page of the board at the same place is a fault`() async throws {
        let faults = try await read(board: TinyBoard().with("gallery/box.md", TinyBoard.page())).faults
        #expect(faults.map(\.code) == [.duplicateID])
    }

    /// The gallery of a theme with one component, whose second example says more.
    private func read(
        _ more: String = "text: b", board: TinyBoard = TinyBoard()
    ) async throws -> (pages: [Page]?, faults: [Diagnostic]) {
        let contact = HostType(
            "contact", written: Reader<ID<Contact>>.reference().map { [$0.text] }, seen: .texts)
        let files = [
            "t/theme.yaml": "name: t\ntitle: T\nsummary: S\n",
            "t/components/box/component.yaml": """
            summary: A box.
            parameters:
              - { name: text, type: md, required: true, doc: A | and a `tick`. }
              - { name: contact, type: contact, doc: Who. }
              - { name: items, type: list, doc: Things., fields: [{ name: name, type: text, doc: Its name. }] }
            examples:
              - name: With “quotes” and *stars*
                data:
                  text: |
                    ````
                    code
                    ````
              - name: Another
                data:
                  \(more.hasPrefix("text") ? more : "text: b\n      " + more)
            """,
            "t/components/box/template.html": "<p>{{text}}</p>",
        ]
        let shelf = ThemeShelf(
            folder: "themes", files: files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
        let (theme, faults) = ThemeReader(shelves: [shelf], hostTypes: [contact]).read("t")
        #expect(faults.isEmpty, "\(faults)")
        let components = try #require(theme).components
        let content = await ContentReader(root: "content", components: components).read(board.sourceFiles)
        let (value, all) = content.joined(with: Gallery(of: components).read(for: content.reading)).checked()
        return (value?.1, all)
    }
}
