import Diagnostics
import Languages
import Templates
import Testing

@testable import Theming

struct StringsTests {
    private static let child = TinyTheme()
        .with("plain/strings/en.yaml", "more: More\nfound: \"{n} found\"\nleave: Leave\n")
        .with("plain/strings/cy.yaml", "more: Rhagor\nfound: \"Wedi dod o hyd i {n}\"\nleave: Gadael\n")
        .with("child/theme.yaml", "name: child\ntitle: Child\nsummary: One word.\nparent: plain\n")

    @Test func `a child theme changes one word and keeps its parent's others`() throws {
        let theme = try #require(Self.child.with("child/strings/en.yaml", "leave: Go\n").read("child").theme)
        #expect(theme.strings["leave"] == "Go")
        #expect(theme.strings["more"] == "More")
    }

    @Test func `a child theme changes a word of one language and no other`() throws {
        let read = Self.child.with("child/strings/cy.yaml", "leave: Mynd\n").read("child", others: ["cy"])
        let theme = try #require(read.theme)
        #expect(theme.strings(in: "cy")["leave"] == "Mynd")
        #expect(theme.strings(in: "cy")["more"] == "Rhagor")
        #expect(theme.strings["leave"] == "Leave")
    }

    @Test func `every language has the shape that templates are compiled against`() throws {
        let theme = try #require(Self.child.read(others: ["cy"]).theme)
        #expect(theme.strings(in: "cy").shape.fields.map(\.name) == theme.strings.shape.fields.map(\.name))
    }

    @Test func `the site's own language need not be English`() throws {
        #expect(try #require(Self.child.read(language: "cy").theme).strings["more"] == "Rhagor")
    }

    @Test func `English stands in for a missing word, with a warning that names it`() throws {
        let read = Self.child.with("plain/strings/cy.yaml", "more: Rhagor\n").read(others: ["cy"])
        #expect(try #require(read.theme).strings(in: "cy")["leave"] == "Leave")
        #expect(
            read.diagnostics.map(\.line) == [
                "SP115 themes/plain/strings/cy.yaml:1:1 the theme lacks 2 texts of its interface in \"cy\": found, leave "
                    + "(add them to strings/cy.yaml; until then English stands in)"
            ])
    }

    @Test func `a language without a file is reported as a whole`() {
        let faults = Self.child.read(others: ["pl"]).diagnostics
        #expect(faults.map(\.code) == [.missingTranslatedStrings])
        #expect(faults.first?.location == nil)
    }

    @Test func `a misspelled word is an error with a suggestion`() {
        let faults = Self.child.with("child/strings/cy.yaml", "leeve: Mynd\n").read("child", others: ["cy"]).diagnostics
        #expect(
            faults.map(\.line) == [
                "SP116 themes/child/strings/cy.yaml:1:1 strings/en.yaml has no text \"leeve\" (did you mean \"leave\"?)"
            ])
    }

    @Test(arguments: ["Wedi dod o hyd", "{n} {m}", "{count}"])
    func `a translation fills in what English fills in`(_ text: String) {
        let theme = Self.child.with("child/strings/cy.yaml", "found: \"\(text)\"\n")
        #expect(theme.read("child", others: ["cy"]).diagnostics.map(\.code) == [.stringPlaces])
    }
}

struct PluralStringsTests {
    private static let theme = TinyTheme()
        .with(
            "plain/strings/en.yaml", "more: More\nkind_other: Other\nruns_one: \"{n} run\"\nruns_other: \"{n} runs\"\n")

    private static let polish = """
        more: Więcej
        kind_other: Inne
        runs_one: jeden kurs
        runs_few: "{n} kursy"
        runs_many: "{n} kursów"
        runs_other: "{n} kursu"
        """

    @Test func `a word beside a number has the form that the language has for it`() throws {
        let read = Self.theme.with("plain/strings/pl.yaml", Self.polish).read(others: ["pl"])
        #expect(read.diagnostics.isEmpty)
        let strings = try #require(read.theme).strings(in: "pl")
        #expect(
            [1, 3, 5, 22, 1.5].map { strings.form(of: "runs", beside: $0) } == [
                "jeden kurs", "{n} kursy", "{n} kursów", "{n} kursy", "{n} kursu",
            ])
    }

    @Test func `a form that the language has and the file lacks is reported`() {
        let text = Self.polish.split(separator: "\n").filter { !$0.hasPrefix("runs_few") }.joined(separator: "\n")
        let faults = Self.theme.with("plain/strings/pl.yaml", text).read(others: ["pl"]).diagnostics
        #expect(faults.first?.message == "the theme lacks 1 text of its interface in \"pl\": runs_few")
    }

    @Test func `templates see no forms, because only the number says which is right`() throws {
        let theme = try #require(Self.theme.read().theme)
        #expect(theme.strings.shape.fields.map(\.name) == ["kind_other", "more"])
    }
}
