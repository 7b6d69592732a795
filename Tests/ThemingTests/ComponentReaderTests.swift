import Diagnostics
import Schemas
import Testing

@testable import Theming

@Suite struct ComponentReaderTests {
    @Test(arguments: [
        (
            "component.yaml", nil,
            "SP004 themes/plain/components/box/template.html:1:1 the component box has no component.yaml "
                + "(add one beside this file: it says what the component is for, and what it can be told)"
        ),
        (
            "template.html", nil,
            "SP004 themes/plain/components/box/component.yaml:1:1 the component box has no template.html "
                + "(add one beside this file: it draws the component)"
        ),
        (
            "component.yaml", "summary: S\n",
            "SP021 themes/plain/components/box/component.yaml:1:1 \"examples\" is missing "
                + "(add `examples:` (Uses of it, for the gallery and the tests.))"
        ),
    ])
    func `a component has its declaration, its template and an example`(file: String, text: String?, fault: String) {
        #expect(TinyTheme().with("plain/components/box/\(file)", text).faults() == [fault])
    }

    @Test func `a file beside the components is no component`() {
        #expect(TinyTheme().with("plain/components/README.md", "Read me.").faults().isEmpty)
    }

    /// The parameters start on line 3 of `component.yaml`.
    @Test(arguments: [
        (
            "- { name: a, type: txt, doc: D }",
            "SP014 3:20 unknown type of parameter \"txt\" [expected one of: text, md, number, flag, date, choice, texts, "
                + "link, list, friends, today] (did you mean \"text\"?)"
        ),
        (
            "- { name: a, type: choice, doc: D }",
            "SP028 3:3 a `choice` needs `choices`, and nothing else has them"
        ),
        (
            "- { name: a, type: text, choices: [b], doc: D }",
            "SP028 3:3 a `choice` needs `choices`, and nothing else has them"
        ),
        ("- { name: a, type: list, doc: D }", "SP028 3:3 a `list` needs `fields`, and nothing else has them"),
        (
            "- { name: a, type: text, fields: [{ name: b, type: text, doc: D }], doc: D }",
            "SP028 3:3 a `list` needs `fields`, and nothing else has them"
        ),
        (
            "- { name: a, type: text, doc: D }\n- { name: a, type: flag, doc: D }",
            "SP028 4:3 the name \"a\" is taken (give each a name of its own)"
        ),
        (
            "- { name: id, type: text, doc: D }",
            "SP028 3:3 the name \"id\" is taken (every template knows \"id\" already; choose another name)"
        ),
        (
            "- { name: a, type: list, fields: [{ name: b, type: text, doc: D }, { name: b, type: flag, doc: D }], doc: D }",
            "SP028 3:68 the name \"b\" is taken (give each a name of its own)"
        ),
        (
            "- { name: a, type: text, required: true, default: b, doc: D }",
            "SP028 3:3 \"a\" must be given, so its default is never used (leave `required` or `default` out)"
        ),
        (
            "- { name: a, type: choice, choices: [b, c], default: d, doc: D }",
            "SP022 3:3 \"d\" cannot be the default of \"a\" (give a value that an author could write; "
                + "lists, Markdown and what the site fills in have none)"
        ),
    ])
    func `a parameter that makes no sense is refused`(parameter: String, fault: String) {
        let path = "themes/plain/components/box/component.yaml"
        let faults = TinyTheme().box(parameter).faults(hostTypes: [.friends, .today])
        #expect(faults.map { $0.replacing("\(path):", with: "") } == [fault])
    }

    @Test(arguments: [
        ("number", "many"), ("number", "-1"), ("flag", "yes"), ("date", "2026-02-30"), ("md", "a"), ("texts", "a"),
        ("friends", "a"), ("today", "a"),
    ])
    func `a default that no author could write is refused`(type: String, value: String) {
        let theme = TinyTheme().box("- { name: a, type: \(type), default: \"\(value)\", doc: D }")
        #expect(theme.read(hostTypes: [.friends, .today]).diagnostics.map(\.code) == [.wrongType])
    }

    @Test(arguments: [
        (
            "{ title: A, colour: red }",
            "SP073 4:43 the example \"One\" does not fit: a `box` block has no key \"colour\" [expected one of: title]"
        ),
        ("{}", "SP073 4:31 the example \"One\" does not fit: \"title\" is missing (add `title:` (D))"),
        (
            "{ title: [] }",
            "SP073 4:40 the example \"One\" does not fit: a line of text is wanted here, not a list"
        ),
    ])
    func `an example is a block that an author could write`(data: String, fault: String) {
        let path = "themes/plain/components/box/component.yaml"
        let theme = TinyTheme().box("- { name: title, type: text, required: true, doc: D }", example: data)
        #expect(theme.faults().map { $0.replacing("\(path):", with: "") } == [fault])
    }

    @Test func `a template can use nothing but the parameters and what every template has`() {
        let theme = TinyTheme().box("  []", template: "<p id=\"{{id}}\">{{t.more}} {{titel}}</p>")
        #expect(theme.read().diagnostics.map(\.code.id) == ["SP062"])
    }
}
