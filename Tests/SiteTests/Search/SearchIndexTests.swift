import Testing

@testable import Site

struct SearchIndexTests {
    private static let step = """
        kind: step
        number: 1
        do_now: [Call the police]
        do_next: [Wait]
        afterwards: They come.
        """

    @Test func `the same board is the same index, byte for byte`() async throws {
        let board = SearchBoard().with("about/tea.md", SearchBoard.page(text: "Tea, coffee, cake and children."))
        let first = try await board.index()
        for _ in 1...5 { #expect(try await board.index().script == first.script) }
    }

    @Test func `a page is found by its title, its summary, its text and its front matter's lists`() async throws {
        let page = SearchBoard.page(Self.step, title: "Danger now", text: "## Breathe\n\nSit *down*.")
        let index = try await SearchBoard().with("parents/now.md", page).index()
        for word in ["danger", "says", "breathe", "sit", "down", "police", "wait", "come"] {
            #expect(index.pages(with: word).contains("Danger now"), "\(word)")
        }
    }

    @Test func `a word in the title says more than the same word often in the text`() async throws {
        let often = String(repeating: "tea ", count: 50)
        let index = try await SearchBoard().with("about/a.md", SearchBoard.page(title: "Cake", text: often))
            .with("about/b.md", SearchBoard.page(title: "Tea")).index()
        #expect(index.hits["tea"] == ["Cake": 2, "Tea": 3])
    }

    @Test func `what to do comes before what to read, and helplines before all`() async throws {
        let index = try await SearchBoard().with("parents/now.md", SearchBoard.page(Self.step, title: "Step"))
            .with("about/contacts.md", SearchBoard.page("kind: directory\nof: contacts", title: "Contacts"))
            .with("about/words.md", SearchBoard.page("kind: directory\nof: glossary", title: "Words")).index()
        let ranks = Dictionary(uniqueKeysWithValues: index.pages.suffix(4).map { ($0.title, $0.rank) })
        #expect(ranks["Contacts"] == 3)
        #expect(ranks["Step"] == 2)
        #expect(ranks["Words"] == 1)
    }

    @Test func `pages that the edition does not show are not in its index`() async throws {
        let board = SearchBoard()
            .with("about/notes.md", SearchBoard.page(title: "Notes", audience: "trainers", text: "Xylophone"))
            .with("about/draft.md", SearchBoard.page("draft: true", title: "Draft", text: "Quokka"))
            .with("about/later.md", SearchBoard.page("publish_on: 2026-11-22", title: "Later", text: "Zebra"))
            .with("about/over.md", SearchBoard.page("expires_on: 2026-11-21", title: "Over", text: "Yak"))
        let published = try await board.index(.public)
        for word in ["xylophone", "quokka", "zebra", "yak", "notes", "draft", "later", "over"] {
            #expect(published.hits[word] == nil, "\(word)")
        }
        #expect(!published.script.lowercased().contains("notes"))
        #expect(try await board.index(.trainer).pages(with: "xylophone") == ["Notes"])
    }

    @Test(arguments: [(Edition.public, false), (.school, false), (.trainer, true)])
    func `resources for trainers are found in the trainers' edition alone`(edition: Edition, isFound: Bool) async throws
    {
        let resource = """
            - { id: kit, title: Facilitator kit, summary: Slides, publisher: Us, audience: [trainers], format: toolkit }
            """
        let index = try await SearchBoard().with("data/resources.yaml", resource)
            .with("about/use.md", SearchBoard.page("kind: directory\nof: resources", title: "Use")).index(edition)
        #expect((index.hits["facilitator"] != nil) == isFound)
    }

    @Test func `a page is found by the other spellings of a glossary's word that it uses`() async throws {
        let glossary = "- { id: cse, term: sexual exploitation, meaning: M., also: [CSE] }\n"
        let index = try await SearchBoard().with("data/glossary.yaml", glossary)
            .with("about/a.md", SearchBoard.page(title: "Short", text: "About CSE."))
            .with("about/b.md", SearchBoard.page(title: "Long", text: "About sexual exploitation.")).index()
        #expect(index.pages(with: "cse") == ["Short", "Long"])
        #expect(index.pages(with: "exploitation") == ["Short", "Long"])
    }

    @Test(arguments: [(Edition.public, "../parents/"), (.school, "../parents/index.html")])
    func `addresses lead from the search page to the pages`(edition: Edition, url: String) async throws {
        #expect(try await SearchBoard().index(edition).pages.map(\.url).contains(url))
    }

    @Test func `the index belongs to the language of the site`() async throws {
        #expect(try await SearchBoard().index().language == "en")
    }
}
