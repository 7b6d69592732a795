import Templates
import Testing

@Suite struct RenderingTests {
    struct Number: Sendable {
        let label: String
        let digits: String
    }

    struct Page: Sendable {
        var title = "Home"
        var body: [UInt8]? = Array("<p>Hello</p>".utf8)
        var isDraft = false
        var tags: [String] = []
        var numbers: [Number] = []
        var main: Number?
    }

    static let numberView = View<Number>(
        "number",
        [
            .text("label", "What the number is for") { $0.label },
            .text("digits", "The number") { $0.digits },
        ])

    static let pageView = View<Page>(
        "page",
        [
            .text("title", "The heading") { $0.title },
            .html("body", "The text") { $0.body },
            .flag("draft", "Whether it is a draft") { $0.isDraft },
            .texts("tags", "Its subjects") { $0.tags },
            .list("numbers", "Telephone numbers", numberView) { $0.numbers },
            .object("main", "The number to call first", numberView) { $0.main },
            .optionalText("note", "A remark") { _ in nil },
        ])

    private func page(_ template: String, _ page: Page) -> String {
        render(["main": template], Self.pageView.shape, Self.pageView.value(of: page))
    }

    @Test(arguments: [
        ("{{title}}", "Home"), ("{{body}}|{{{body}}}|{{&body}}", "<p>Hello</p>|<p>Hello</p>|<p>Hello</p>"),
        ("{{#draft}}draft{{/draft}}{{^draft}}final{{/draft}}", "final"), ("[{{note}}]", "[]"),
        ("{{#note}}x{{/note}}{{^note}}none{{/note}}", "none"),
        ("{{#body}}<div>{{.}}</div>{{/body}}", "<div><p>Hello</p></div>"),
        ("{{#title}}{{.}}!{{/title}}", "Home!"), ("{{#tags}}{{-index}}.{{.}} {{/tags}}", "1.a 2.b "),
        ("{{#tags}}{{.}}{{^-last}}, {{/-last}}{{/tags}}", "a, b"),
        ("{{#tags}}{{#-first}}first: {{/-first}}{{.}} {{/tags}}", "first: a b "),
        ("{{#numbers}}{{title}}/{{label}} {{/numbers}}", "Home/Day Home/Night "),
        ("{{#numbers}}{{#tags}}{{-index}}{{/tags}}{{-index}} {{/numbers}}", "121 122 "),
        ("{{main.label}}{{#main}}({{digits}}){{/main}}", ""), ("{{^main}}none{{/main}}", "none"),
        ("{{#numbers}}{{#.}}{{label}}{{/.}}{{/numbers}}", "DayNight"),
    ])
    func `a template is filled from its view`(_ template: String, _ expected: String) {
        let numbers = [Number(label: "Day", digits: "1"), Number(label: "Night", digits: "2")]
        #expect(page(template, Page(tags: ["a", "b"], numbers: numbers)) == expected)
    }

    @Test func `an optional object that is there can be used by section and by dotted name`() {
        let filled = Page(main: Number(label: "Day", digits: "999"))
        #expect(page("{{main.label}} {{#main}}{{digits}}{{/main}}", filled) == "Day 999")
    }

    @Test func `an empty text, list or HTML is not filled`() {
        let template = "{{^title}}a{{/title}}{{^body}}b{{/body}}{{^tags}}c{{/tags}}{{^numbers}}d{{/numbers}}"
        #expect(page(template, Page(title: "", body: [])) == "abcd")
    }

    @Test func `the block that fills a parent sees the names at the place where it is put`() {
        let sources = [
            "main": "{{<list}}{{$row}}<b>{{label}}</b>{{/row}}{{/list}}",
            "list": "{{#numbers}}{{$row}}{{digits}}{{/row}}{{/numbers}}",
        ]
        let value = Self.pageView.value(of: Page(numbers: [Number(label: "Day", digits: "1")]))
        #expect(render(sources, Self.pageView.shape, value) == "<b>Day</b>")
    }

    @Test func `a block inside the block that fills it does not fill itself`() {
        let sources = ["main": "{{<page}}{{$a}}[{{$a}}in{{/a}}]{{/a}}{{/page}}", "page": "{{$a}}x{{/a}}"]
        #expect(render(sources, Shape("page", []), .object([])) == "[in]")
    }

    @Test func `a partial within a parent can be filled too`() {
        let sources = [
            "main": "{{<page}}{{$title}}Contact{{/title}}{{/page}}", "page": "{{>head}}",
            "head": "<title>{{$title}}Home{{/title}}</title>",
        ]
        #expect(render(sources, Shape("page", []), .object([])) == "<title>Contact</title>")
    }

    @Test func `blank lines of an indented partial get no white space`() {
        let sources = ["main": "  {{>part}}\n", "part": "a\n\nb\n"]
        #expect(render(sources, Shape("page", []), .object([])) == "  a\n\n  b\n")
    }

    @Test func `sources of one library are compiled against different shapes`() {
        let library = TemplateLibrary([TemplateSource(path: "layouts/head.html", bytes: Array("{{title}}".utf8))])
        let plain = library.compile("head", against: Shape("a", [.init("title", .text, "")])).0
        let rich = library.compile("head", against: Shape("b", [.init("x", .flag, ""), .init("title", .html, "")])).0
        #expect(plain?.render(.object([.text("<")])) == Array("&lt;".utf8))
        #expect(rich?.render(.object([.flag(true), .html(Array("<b>".utf8))])) == Array("<b>".utf8))
    }

    @Test func `of two sources with one name the later counts`() {
        let sources = ["old", "new"].map { TemplateSource(path: "\($0)/page.html", bytes: Array($0.utf8)) }
        let template = TemplateLibrary(sources).compile("page", against: Shape("page", [])).0
        #expect(template?.render(.object([])) == Array("new".utf8))
    }

    @Test func `the documentation lists every name with its type`() {
        let names = Self.pageView.shape.documentation
        #expect(names.map(\.type) == ["text", "HTML", "yes or no", "list of texts", "list", "object", "text"])
        #expect(names[4].nested.map(\.doc) == ["What the number is for", "The number"])
    }
}
