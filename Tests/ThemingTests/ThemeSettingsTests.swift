import Diagnostics
import Testing

@testable import Theming

@Suite struct ThemeSettingsTests {
    /// A theme with a colour that is checked and a setting that is none, and a child on line 5 of whose manifest the
    /// settings start.
    private func family(_ settings: String, contrast: String = "") -> TinyTheme {
        TinyTheme()
            .with(
                "plain/theme.yaml",
                """
                name: plain
                title: P
                summary: S
                styles: [assets/a.css]
                settings: { accent: "#0b4a52", the_width: 72rem }
                contrast: [{ setting: accent, against: "#ffffff", ratio: 7 }]
                """
            )
            .with("child/theme.yaml", "name: child\ntitle: C\nsummary: S\nparent: plain\n\(settings)\n\(contrast)\n")
    }

    @Test func `settings stand behind the style sheets, and the child's take the place of the parent's`() throws {
        let theme = try #require(family("settings: { accent: \"#5b2a6e\" }").read("child").theme)
        #expect(text(theme.stylesheet) == "body{}\n:root{--accent:#5b2a6e;--the-width:72rem;}\n")
    }

    @Test(arguments: [
        (
            "settings: { acent: \"#5b2a6e\" }",
            "SP020 themes/child/theme.yaml:5:13 the theme has no setting \"acent\" [expected one of: accent, the_width] "
                + "(did you mean \"accent\"?)"
        ),
        (
            "settings: { accent: purple }",
            "SP076 themes/child/theme.yaml:5:21 \"purple\" is not a colour, and \"accent\" is one (\(Colour.notation))"
        ),
        (
            "settings: { accent: \"#5b2a6\" }",
            "SP076 themes/child/theme.yaml:5:21 \"#5b2a6\" is not a colour, and \"accent\" is one (\(Colour.notation))"
        ),
        (
            "settings:\n  accent: #5b2a6e",
            "SP023 themes/child/theme.yaml:6:3 the setting \"accent\" has no value (put a colour into quotation marks, "
                + "\"#5b2a6e\": without them YAML takes it for a comment)"
        ),
        (
            "settings: { accent: \"#cc99dd\" }",
            "SP075 themes/child/theme.yaml:5:21 the colour #cc99dd has a contrast of 2.29 : 1 against #ffffff "
                + "[\"accent\" needs at least 7 : 1] (the nearest colour that people can read is \"#6b4e74\")"
        ),
    ])
    func `a fault in a setting is told at its line`(settings: String, fault: String) {
        #expect(family(settings).faults("child") == [fault])
    }

    @Test func `a child's rules take the place of its parent's`() {
        let theme = family(
            "settings: { accent: \"#cc99dd\" }",
            contrast: "contrast: [{ setting: accent, against: \"#000000\", ratio: 7 }]")
        #expect(theme.faults("child") == [])
    }

    @Test func `a colour that no shade can make readable is told to be another`() {
        let theme = family(
            "settings: { accent: \"#777777\" }",
            contrast: "contrast: [{ setting: accent, against: \"#777777\", ratio: 7 }]")
        #expect(theme.faults("child").map { $0.hasSuffix("try another colour)") } == [true])
    }

    @Test(arguments: [
        ("{ setting: acent, against: \"#fff\", ratio: 7 }", DiagnosticCode.unknownWord),
        ("{ setting: the_width, against: \"#fff\", ratio: 7 }", .badColour),
        ("{ setting: accent, against: white, ratio: 7 }", .badColour),
        ("{ setting: accent, against: \"#fff\" }", .missingKey),
    ])
    func `a rule that cannot be followed is a fault`(rule: String, code: DiagnosticCode) {
        let faults = family("", contrast: "contrast: [\(rule)]").read("child").diagnostics
        #expect(faults.map(\.code) == [code])
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
