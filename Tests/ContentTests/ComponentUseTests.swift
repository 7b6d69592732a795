import Diagnostics
import Schemas
import Testing
import Theming

@testable import Content

@Suite struct ComponentUseTests {
    /// The block's first line stands on line 7 of the page, behind the front matter.
    @Test(arguments: [
        (
            "```{bax}\ntitle: A\n```\n",
            "SP072 content/b.md:7:4 the theme has no component \"bax\" [expected one of: box] (did you mean \"box\"?)"
        ),
        (
            "```{box}\ntitel: A\n```\n",
            "SP020 content/b.md:8:1 a `box` block has no key \"titel\" [expected one of: title] (did you mean \"title\"?)"
        ),
        ("```{box}\ntitle: a: b\n```\n", "SP010 content/b.md:8:9"),
    ])
    func `a fault in a block is told on the lines of its page`(text: String, fault: String) async throws {
        let board = TinyBoard().with("b.md", TinyBoard.page(text: text))
        let faults = await board.faults(components: try boxes())
        #expect(faults.map { $0.hasPrefix(fault) } == [true], "\(faults)")
    }

    @Test func `a good block becomes arguments in their place`() async throws {
        let board = TinyBoard().with("b.md", TinyBoard.page(text: "A\n\n```{box}\ntitle: T\n```\n"))
        let read = try #require(await board.read(components: try boxes()).value)
        let uses = read.pages[ID("b")].components
        #expect(uses.map(\.component.name) == ["box"])
        guard case .text("T") = try #require(uses.first?.arguments.first) else { throw Unexpected() }
    }

    @Test func `without a theme nothing is said about components`() async {
        let board = TinyBoard().with("b.md", TinyBoard.page(text: "```{anything}\na: [\n```\n"))
        #expect(await board.faults(components: nil).isEmpty)
    }

    private struct Unexpected: Error {}

    private func boxes() throws -> [String: Component] {
        let files = [
            "t/theme.yaml": "name: t\ntitle: T\nsummary: S\n",
            "t/components/box/component.yaml":
                "summary: S\nparameters: [{ name: title, type: text, doc: D }]\nexamples: [{ name: E, data: {} }]\n",
            "t/components/box/template.html": "<p>{{title}}</p>",
        ]
        let shelf = ThemeShelf(
            folder: "themes", files: files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
        let (theme, faults) = ThemeReader(shelves: [shelf], hostTypes: []).read("t")
        #expect(faults.isEmpty)
        return try #require(theme).components
    }
}
