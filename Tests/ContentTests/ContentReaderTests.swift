import CivilTime
import Diagnostics
import Languages
import Schemas
import Testing

@testable import Content

@Suite struct ContentReaderTests {
    @Test func `a whole board is read without a word`() async throws {
        let (board, faults) = await TinyBoard().read()
        #expect(faults.isEmpty)
        let read = try #require(board)
        #expect(read.settings.baseURL == "https://test.example/board/")
        #expect(read.settings.languages.own == "en" && read.settings.theme == "default")
        #expect(read.settings.disclosure == .usual)
        #expect(read.pages.items.map(\.id.text) == ["index", "parents"])
        #expect(read.contacts.find(ID("police"))?.ways.phone == "999")
        #expect(read.actionPlan == nil && read.training == nil)
    }

    @Test func `a data file of comments only is an empty registry`() async throws {
        let (board, faults) = await TinyBoard().with("data/glossary.yaml", "# Nothing yet.\n").read()
        #expect(faults.isEmpty)
        #expect(board?.glossary.items.isEmpty == true)
    }

    @Test func `courses are found by their pages`() async throws {
        let board = TinyBoard().with("data/training.yaml", training).with("course.md", course)
        let read = try #require(await board.read().value)
        #expect(read.courses.items.map(\.id.text) == ["aware"])
        #expect(read.coursePages[ID("aware")]?.text == "course")
    }

    @Test func `pictures carry their size and downloads do not`() async throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 12'/>"
        let read = try #require(
            await TinyBoard().with("images/a.svg", svg).with("files/b.txt", "b").read().value)
        #expect(read.media["images/a.svg"]?.imageSize.map { [$0.width, $0.height] } == [24, 12])
        #expect(read.media["files/b.txt"].map { $0.imageSize == nil } == true)
    }

    @Test(arguments: [
        (
            "signpost.yaml", nil,
            "SP004 content/signpost.yaml:1:1 there is no signpost.yaml in content "
                + "(name the folder that holds it with --source, or run `signpost new my-board` for a new one)"
        ),
        ("index.md", nil, "SP004 content/index.md:1:1 there is no front page (add an index.md of kind `home`)"),
        (
            "data/contact.yaml", "",
            "SP037 content/data/contact.yaml:1:1 nothing reads this file (did you mean \"data/contacts.yaml\"?)"
        ),
        (
            "notes.docx", "",
            "SP037 content/notes.docx:1:1 nothing reads this file "
                + "(pictures belong in images/, downloads in files/, pages end in .md)"
        ),
        (
            "b.md", "# No front matter\n",
            "SP017 content/b.md:1:1 the page has no front matter between two lines of three hyphens (start the file "
                + "with a line `---`, then `title:`, `summary:` and `audience:`, then a line `---`)"
        ),
        (
            "data/agencies.yaml", "- { id: a, name: A, kind: polcie }\n",
            "SP014 content/data/agencies.yaml:1:27 unknown kind of agency \"polcie\" [expected one of: council, police, "
                + "health, education, probation, voluntary, other] (did you mean \"police\"?)"
        ),
        (
            "data/agencies.yaml", "agencies: []\n",
            "SP022 content/data/agencies.yaml:1:1 a list is wanted here, not a group of keys "
                + "(write it as `[first, second]`, or one item a line, each after `- `)"
        ),
        (
            "data/contacts.yaml",
            "- { id: police, name: P, kind: local, summary: S, verified_on: 2026-01-01 }\n",
            "SP033 content/data/contacts.yaml:1:3 this contact gives no way to reach it "
                + "(add `phone`, `text_number`, `email` or `url`)"
        ),
        (
            "data/sources.yaml",
            "- { id: dfe, title: T, publisher: P, year: 2017, url: https://a.example/ }\n",
            "SP021 content/data/sources.yaml:1:3 \"url\" and \"accessed\" belong together, and one of them is missing "
                + "(give the address and the day on which somebody last looked there)"
        ),
        (
            "data/resources.yaml",
            "- { id: r, title: T, summary: S, publisher: P, audience: [schools], format: web, page: parents, "
                + "url: https://a.example/ }\n",
            "SP028 content/data/resources.yaml:1:3 a resource is in one place: give one of \"url\", \"page\" and \"file\""
        ),
        (
            "data/campaigns.yaml",
            "- { id: c, title: T, summary: S, from: 2026-03-18, to: 2026-03-12 }\n",
            "SP029 content/data/campaigns.yaml:1:3 the last day, 2026-03-12, is before the first, 2026-03-18"
        ),
        (
            "data/glossary.yaml",
            "- { id: cse, term: CSE, meaning: M }\n- { id: cse, term: CSE, meaning: M }\n",
            "SP030 content/data/glossary.yaml:2:9 the glossary entry id \"cse\" is used twice "
                + "(give one of the two another id)"
        ),
        (
            "parents.md", TinyBoard.page(),
            "SP030 content/parents/index.md:1:1 the page id \"parents\" is used twice (give one of the two another id)"
        ),
        (
            "data/services.yaml",
            "- { id: s, name: N, provider: polise, for: F, offers: O, area: A, contacts: [police] }\n",
            "SP031 content/data/services.yaml:1:31 there is no agency \"polise\" (did you mean \"police\"?)"
        ),
        (
            "data/services.yaml",
            "- { id: s, name: N, provider: police, for: F, offers: O, area: A, contacts: [childline] }\n",
            "SP031 content/data/services.yaml:1:78 there is no contact \"childline\" "
                + "(add it to data/contacts.yaml, or correct the id)"
        ),
        (
            "data/glossary.yaml", "- { id: The Term, term: T, meaning: M }\n",
            "SP032 content/data/glossary.yaml:1:9 \"The Term\" is not an id "
                + "(use lower-case letters, digits and hyphens, such as `front-door`)"
        ),
    ])
    func `a fault in a file is told with its place and what to do`(path: String, text: String?, fault: String) async {
        let (value, faults) = await TinyBoard().with(path, text).read()
        #expect(faults.sortedByPlace().map(\.line) == [fault])
        #expect((value == nil) == faults.hasErrors)
    }

    @Test(arguments: [
        ("- { id: police, name: [ }\n", "SP010"),
        ("contacts: none\n", "SP022"),
    ])
    func `ids of a file that cannot be read are not held against others`(text: String, code: String) async {
        let faults = await TinyBoard().with("data/contacts.yaml", text).read().diagnostics
        #expect(faults.map(\.code.id) == [code])
    }

    @Test(arguments: ["No front matter.\n", TinyBoard.page("kind: coarse"), TinyBoard.page("kind: [course")])
    func `courses on a page that cannot be read are not missed`(text: String) async {
        let other = course.replacing("code: aware", with: "code: next").replacing(
            "hours: 2", with: "hours: 2\nprerequisites: [aware]")
        let board = TinyBoard().with("data/training.yaml", training).with("course.md", text).with("next.md", other)
        let faults = await board.read().diagnostics
        #expect(faults.count == 1 && faults[0].code != .unknownID)
    }

    @Test func `the order of the files changes nothing`() async {
        let board = TinyBoard().with("b.md", TinyBoard.page("sources: [nobody]")).with("c.md", "no")
        let reader = ContentReader(root: "content", components: [:])
        let forwards = await reader.read(board.sourceFiles).checked().diagnostics.sortedByPlace()
        let backwards = await reader.read(board.sourceFiles.reversed()).checked().diagnostics.sortedByPlace()
        #expect(forwards == backwards && forwards.count == 2)
    }

    @Test(arguments: [("", "index.md"), (".", "index.md"), ("my/board", "my/board/index.md")])
    func `paths are shown as they would be typed`(root: String, path: String) {
        #expect(Board.shownPath(root, "index.md") == path)
    }
}

private let training = """
    levels: [{ id: one, title: One, summary: S }]
    role_groups: [{ id: all, title: All }]
    site_kinds: [{ id: school, title: School }]
    champions: { target: 10, days_per_year: 6 }
    """

private let course = TinyBoard.page(
    "kind: course\ncode: aware\nlevel: one\naim: A\nhours: 2\nformat: online\nfor: [all]\ncovers: [signs]")
