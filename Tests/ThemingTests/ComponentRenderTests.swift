import Diagnostics
import Markdown
import Schemas
import Templates
import Testing
import YAMLData

@testable import Theming

@Suite struct ComponentRenderTests {
    @Test(arguments: [
        ("text", "a: x & y", "{{a}}", "x &amp; y"),
        ("text", "", "{{a}}", ""),
        ("number", "a: 3", "{{a}}", "3"),
        ("number", "a: 2.50", "{{a}}", "2.5"),
        ("number", "a: 999", "{{a}}", "999"),
        ("number", "a: 1234567.25", "{{a}}", "1,234,567.25"),
        ("flag", "a: true", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", "yes"),
        ("flag", "", "{{#a}}yes{{/a}}{{^a}}no{{/a}}", "no"),
        ("date", "a: 2026-09-01", "{{a}}", "2026-09-01"),
        ("texts", "a: [b, c]", "{{#a}}({{.}}){{/a}}", "(b)(c)"),
        ("link", "a: files/b.pdf", "{{a}}", "../files/b.pdf"),
        ("md", "a: '*b*'", "{{a}}", "<p><em>b</em></p>\n"),
        ("friends", "a: [ann, bob]", "{{#a}}({{.}}){{/a}}", "(Ann of ann)(Ann of bob)"),
        ("today", "", "{{a}}", "Tuesday"),
    ])
    func `each type of parameter reaches the template`(
        type: String, block: String, template: String, html: String
    ) throws {
        #expect(try draw("- { name: a, type: \(type), doc: D }", block, template) == html)
    }

    @Test(arguments: [
        ("text, default: x", "{{a}}", "x"),
        ("number, default: \"4.0\"", "{{a}}", "4"),
        ("flag, default: true", "{{#a}}yes{{/a}}", "yes"),
        ("date, default: 2026-09-01", "{{a}}", "2026-09-01"),
        ("choice, choices: [b, c], default: c", "{{#a.b}}B{{/a.b}}{{#a.c}}C{{/a.c}}", "C"),
    ])
    func `a default stands in for what is not given`(type: String, template: String, html: String) throws {
        #expect(try draw("- { name: a, type: \(type), doc: D }", "", template) == html)
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "https://a b", "JAVASCRIPT:x"])
    func `a link leads to pages, not to programs`(destination: String) throws {
        let theme = TinyTheme().box("- { name: a, type: link, doc: D }", template: "{{a}}").read(hostTypes: [])
        let box = try #require(theme.theme?.components["box"])
        let node = try #require(YAMLReader.read(Array("a: \"\(destination)\"".utf8), path: "p").node)
        var reading = Reading()
        #expect(box.reader.value(of: node, &reading) == nil)
        #expect(reading.diagnostics.map(\.code) == [.badAddress])
    }

    @Test func `a choice is a flag for each of its words`() throws {
        let parameter = "- { name: a, type: choice, choices: [b, c-d], doc: D }"
        #expect(try draw(parameter, "a: c-d", "{{#a.b}}B{{/a.b}}{{#a.c-d}}CD{{/a.c-d}}") == "CD")
    }

    @Test(arguments: [
        ("[{ n: 10, l: x }, { n: 40, l: y }]", "x25 y100 "), ("[{ n: 0, l: x }]", "x0 "),
        ("[{ n: 1, l: x }, { n: 3, l: y }]", "x33.3 y100 "),
    ])
    func `a list with a number tells each item's share of the largest`(rows: String, html: String) throws {
        let fields = "[{ name: n, type: number, required: true, doc: D }, { name: l, type: text, doc: D }]"
        let parameter = "- { name: a, type: list, fields: \(fields), doc: D }"
        #expect(try draw(parameter, "a: \(rows)", "{{#a}}{{l}}{{percent}} {{/a}}") == html)
    }

    @Test func `what nobody writes keeps its place among what is written`() throws {
        let parameters = """
            - { name: now, type: today, doc: D }
            - { name: a, type: text, doc: D }
            - name: rows
              type: list
              doc: D
              fields: [{ name: day, type: today, doc: D }, { name: b, type: text, doc: D }]
            """
        let html = try draw(parameters, "a: A\nrows: [{ b: B }]", "{{now}} {{a}}{{#rows}} {{day}} {{b}}{{/rows}}")
        #expect(html == "Tuesday A Tuesday B")
    }

    @Test func `the interface's words and the block's own id are at hand`() throws {
        #expect(try draw("  []", "", "<p id=\"{{id}}\">{{t.more}}</p>") == "<p id=\"box-1\">More</p>")
    }

    private func draw(_ parameters: String, _ block: String, _ template: String) throws -> String {
        let types: [HostType] = [.friends, .today]
        let theme = TinyTheme().box(parameters, template: template).read(hostTypes: types)
        #expect(theme.diagnostics.isEmpty)
        let box = try #require(theme.theme?.components["box"])
        let strings = try #require(theme.theme?.strings.value)
        var reading = Reading()
        let node = try #require(YAMLReader.read(Array(block.utf8), path: "p").node)
        let arguments = try #require(box.reader.value(of: node, &reading))
        let surroundings = Component.Surroundings(
            strings: strings, id: "box-1",
            things: { type, ids, _ in
                type.word == "today" ? .text("Tuesday") : .list(ids.map { .text("Ann of \($0)") })
            },
            html: { $0.html }, url: { "../" + $0.value })
        var out: [UInt8] = []
        box.render(arguments, surroundings, into: &out)
        return String(decoding: out, as: UTF8.self)
    }
}
