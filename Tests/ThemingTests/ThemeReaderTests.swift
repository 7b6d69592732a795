import Diagnostics
import Languages
import Schemas
import Testing

@testable import Theming

@Suite struct ThemeReaderTests {
    private let family = TinyTheme()
        .with("child/theme.yaml", "name: child\ntitle: C\nsummary: S\nparent: plain\nstyles: [assets/b.css]\n")
        .with("child/assets/b.css", "p{}")

    @Test func `a whole theme is read without a word`() throws {
        let (theme, faults) = TinyTheme().read()
        #expect(faults.isEmpty)
        let read = try #require(theme)
        #expect(read.name == "plain" && read.title == "Plain")
        #expect(read.components.keys.sorted() == ["box"])
        #expect(read.strings["more"] == "More")
        #expect(text(read.stylesheet) == "body{}\n")
    }

    @Test func `a child's styles stand behind its parent's`() throws {
        let read = try #require(family.read("child").theme)
        #expect(text(read.stylesheet) == "body{}\np{}\n")
        #expect(read.components.keys.sorted() == ["box"])
    }

    @Test func `a file of the child stands in for the parent's`() throws {
        let theme = family.with("child/assets/a.css", "main{}")
            .with("child/strings/en.yaml", "more: Further\n")
            .with("child/components/box/style.css", ".box{}")
        let read = try #require(theme.read("child").theme)
        #expect(text(read.stylesheet) == "main{}\np{}\n.box{}")
        #expect(read.strings["more"] == "Further")
    }

    @Test func `a layout and a partial of one name are told apart by nobody`() {
        let theme = family.with("plain/partials/card.html", "a").with("child/layouts/card.html", "b")
        #expect(
            theme.faults("child") == [
                "SP278 themes/plain/partials/card.html:1:1 the theme has a layout and a partial \"card\" (rename the partial)"
            ])
        #expect(theme.faults().isEmpty)
    }

    @Test func `English stands in where a theme does not speak a language`() throws {
        let theme = TinyTheme().with("plain/strings/en.yaml", "more: More\nless: Less\n")
            .with("plain/strings/cy.yaml", "more: Mwy\n")
        let read = try #require(theme.read(language: "cy").theme)
        #expect(read.strings["more"] == "Mwy" && read.strings["less"] == "Less")
        #expect(read.strings["none"] == "none")
    }

    @Test func `a theme can leave its parents' styles out and name some of their files`() throws {
        let manifest = """
            name: child
            title: C
            summary: S
            parent: plain
            inherit_styles: false
            styles: [assets/b.css, assets/a.css]

            """
        #expect(
            text(try #require(family.with("child/theme.yaml", manifest).read("child").theme).stylesheet)
                == "p{}\nbody{}\n")
    }

    @Test func `assets are the files that are neither styles nor scripts of the theme`() throws {
        let read = try #require(TinyTheme().with("plain/assets/fonts/a.woff2", "font").read().theme)
        #expect(read.assets.keys.sorted() == ["fonts/a.woff2"])
    }

    @Test(arguments: [
        (
            "child", "child/theme.yaml", "name: child\ntitle: C\nsummary: S\nparent: plian\n",
            "SP070 themes/child/theme.yaml:4:9 there is no theme \"plian\" in themes (did you mean \"plain\"?)"
        ),
        (
            "plain", "plain/theme.yaml", "name: plain\ntitle: C\nsummary: S\nparent: plain\n",
            "SP071 themes/plain/theme.yaml:4:9 the theme \"plain\" builds on itself"
        ),
        (
            "child", "plain/theme.yaml", "name: plain\ntitle: P\nsummary: S\nparent: child\n",
            "SP071 themes/plain/theme.yaml:4:9 the theme \"child\" builds on itself"
        ),
        (
            "plain", "plain/theme.yaml", "name: plane\ntitle: P\nsummary: S\n",
            "SP028 themes/plain/theme.yaml:1:7 the theme calls itself \"plane\", and its folder is called \"plain\" "
                + "(give both the same name)"
        ),
        (
            "plain", "plain/theme.yaml", "name: plain\ntitle: P\nsummary: S\nscripts: [assets/script.js]\n",
            "SP004 themes/plain/theme.yaml:4:11 the theme has no file \"assets/script.js\""
        ),
        (
            "plain", "plain/theme.yaml", "name: plain\ntitle: P\nsummary: S\nstyles: [assets/a.cs]\n",
            "SP004 themes/plain/theme.yaml:4:10 the theme has no file \"assets/a.cs\" (did you mean \"assets/a.css\"?)"
        ),
        (
            "plain", "plain/theme.yaml", "name: plain\ntitle: P\n",
            "SP021 themes/plain/theme.yaml:1:1 \"summary\" is missing (add `summary:` (What it is like.))"
        ),
        (
            "plain", "plain/theme.yaml", "name: plain\ntitle: P\nsummary: S\nsettings: [a]\n",
            "SP022 themes/plain/theme.yaml:4:11 settings with their values are wanted here, not a list"
        ),
        (
            "plain", "plain/strings/en.yaml", "more: [More]\n",
            "SP022 themes/plain/strings/en.yaml:1:7 text is wanted here, not a list"
        ),
    ])
    func `a fault in a theme is told with its place and what to do`(
        theme: String, path: String, text: String, fault: String
    ) {
        let (read, faults) = family.with(path, text).read(theme)
        #expect(read == nil)
        #expect(faults.filter { $0.code != .templateName }.map(\.line) == [fault])
    }

    @Test(arguments: [("plian", " (did you mean \"plain\"?)"), ("other", "")])
    func `a theme that is not there is told by its name`(name: String, help: String) {
        #expect(
            TinyTheme().faults(name) == [
                "SP070 there is no theme \"\(name)\" in themes\(help)"
            ])
    }

    @Test func `a theme that signpost.yaml names wrongly is told there`() {
        let place = Location(path: "content/signpost.yaml", start: Position(line: 7, column: 8))
        let faults = ThemeReader(shelves: [TinyTheme().shelf("themes")], hostTypes: [])
            .read("plian", namedAt: place).diagnostics
        #expect(
            faults.map(\.line) == [
                "SP070 content/signpost.yaml:7:8 there is no theme \"plian\" in themes (did you mean \"plain\"?)"
            ])
    }

    @Test func `a theme whose parent calls itself something else does not go round for ever`() {
        let theme = TinyTheme().with("plain/theme.yaml", "name: other\ntitle: P\nsummary: S\nparent: plain\n")
        #expect(theme.read().diagnostics.map(\.code) == [.conflictingKeys, .themeCycle])
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
