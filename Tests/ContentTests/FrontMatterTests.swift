import Diagnostics
import Schemas
import Testing

@testable import Content

@Suite struct FrontMatterTests {
    /// The page's own keys start on line 5.
    @Test(arguments: [
        ("titel: B", "SP020 p.md:5:1 a page of kind page has no key \"titel\"", "did you mean \"title\"?"),
        ("doors: []", "SP020 p.md:5:1 a page of kind page has no key \"doors\"", nil),
        ("kind: news", "SP021 p.md:2:1 \"date\" is missing", "add `date:` (The day it is dated.)"),
        ("kind: home\ndoors: []", "SP023 p.md:6:8 this list must have at least one item", nil),
        ("kind: directory\nof:", "SP023 p.md:6:1 \"of\" has no value", "The registry it shows."),
        ("kind: corse", "SP014 p.md:5:7 unknown page kind \"corse\"", "did you mean \"course\"?"),
        ("kind: [home]", "SP022 p.md:5:7 the page kind is wanted here, not a list", nil),
        (
            "reviewed: 1 May", "SP024 p.md:5:11 \"1 May\" is not a date",
            "write it as year-month-day, such as 2026-09-01"
        ),
        (
            "aliases: [/old]", "SP025 p.md:5:11 \"/old\" is not a path such as /old/page/",
            "start and end it with a slash, and use letters, digits and hyphens"
        ),
        ("order: many", "SP022 p.md:5:8 \"many\" is not a whole number from 0 to 9999", nil),
        ("draft: yes", "SP022 p.md:5:8 \"yes\" is not true or false", nil),
        ("order: 1\norder: 2", "SP011 p.md:6:1 the key \"order\" stands here a second time", "keep one of the two"),
        (
            "owner: \"a\u{202E}b\"", "SP027 p.md:5:8 the text holds the invisible character U+202E",
            "delete it and type the text again"
        ),
        ("owner: ' '", "SP023 p.md:5:8 a line of text is wanted here, and nothing is given", nil),
    ])
    func `a fault in front matter is told with its place and what to do`(keys: String, fault: String, help: String?) {
        let (page, reading) = read(TinyBoard.page(keys))
        #expect(page == nil)
        #expect(reading.diagnostics.map { $0.withoutMarks } == [fault])
        #expect(reading.diagnostics.first?.help == help)
    }

    @Test func `a summary that search engines would cut is refused`() {
        let text = TinyBoard.page().replacing("What it says.", with: String(repeating: "é", count: 161))
        #expect(
            read(text).1.diagnostics.map(\.line) == [
                "SP026 p.md:3:10 this is 161 characters long; at most 160 fit (shorten it)"
            ])
        let fitting = TinyBoard.page().replacing("What it says.", with: String(repeating: "é", count: 160))
        #expect(read(fitting).1.diagnostics.isEmpty)
    }

    @Test(arguments: [
        (
            "status: in-force\nsuperseded_by: parents", "a definition in force cannot be superseded",
            "correct `status`, or leave `superseded_by` out"
        ),
        (
            "status: superseded", "a definition that is not in force must say what took its place",
            "add `superseded_by:`"
        ),
        ("status: variant", "a definition that is not in force must say what took its place", "add `superseded_by:`"),
    ])
    func `a definition is in force or says what took its place`(keys: String, message: String, help: String) {
        let text = TinyBoard.page("kind: definition\nedition: 2017\npublisher: P\nyear: 2017\nsource: dfe\n" + keys)
        #expect(read(text).1.diagnostics.map(\.line) == ["SP028 p.md:2:1 \(message) (\(help))"])
    }

    @Test func `a kind that nobody knows is the only thing said about the keys`() {
        #expect(read(TinyBoard.page("kind: corse\nfoo: 1\nbar: 2")).1.diagnostics.count == 1)
    }

    @Test func `faults of the front matter and of the text come in one run`() {
        let (_, reading) = read(TinyBoard.page("order: many", text: "<div>\n\n![](a.png)\n"))
        #expect(Set(reading.diagnostics.compactMap { $0.location?.start.line }).count == 3)
    }

    @Test func `a page with a fault is still there for others`() {
        let (_, reading) = read("---\n: [\n---\n")
        #expect(reading.declarations.map(\.id) == ["p"])
    }

    private func read(_ text: String) -> (Page?, Reading) {
        PageReader(root: "", rawHTML: [], components: ComponentUseReader(components: [:]))
            .read(SourceFile(path: "p.md", bytes: Array(text.utf8)))
    }
}

extension Diagnostic {
    /// Code, place and message.
    fileprivate var withoutMarks: String {
        Diagnostic(code, message, at: location).line
    }
}
