import Diagnostics
import Templates
import Testing

/// The exact words of every fault, with its place.
@Suite struct FaultTests {
    static let number = Shape("number", [.init("label", .text, ""), .init("digits", .text, "")])
    static let shape = Shape(
        "page",
        [
            .init("title", .text, ""), .init("body", .html, ""), .init("draft", .flag, ""), .init("tags", .texts, ""),
            .init("contact", .object(number), ""), .init("numbers", .list(number), ""),
        ])

    private func faults(_ sources: [String: String]) -> [String] { compile(sources, Self.shape).1.map(line) }

    @Test(arguments: [
        ("é {{title", "main.html:1:3 SP060 the tag \"{{title\" is never closed | no }} follows | close it with }}"),
        (
            "{{title\n{{body}}",
            "main.html:1:1 SP060 the tag \"{{title\" is never closed | no }} follows | close it with }}"
        ),
        ("{{ }}", "main.html:1:1 SP060 the tag {{ }} names nothing | write a name in it, or remove it"),
        (
            "{{title upper}}",
            "main.html:1:3 SP060 \"title upper\" is not a name, because it has a space in it "
                + "| a tag holds one name; there are no filters or parameters"
        ),
        (
            "{{=<%=}}",
            "main.html:1:1 SP060 {{=<%=}} does not set two delimiters "
                + "| write two marks with a space between them, such as {{=<% %>=}}"
        ),
    ])
    func `a tag that cannot be read is reported`(_ template: String, _ expected: String) {
        #expect(faults(["main": template]) == [expected])
    }

    @Test func `a file that is no template is not read to its end`() {
        #expect(faults(["main": String(repeating: "{{", count: 100_000)]).count == 200)
        #expect(faults(["main": String(repeating: "{{titel}}", count: 100_000)]).count == 200)
    }

    @Test(arguments: [
        ("\n {{#tags}}x", "main.html:2:2 SP061 section \"tags\" is never closed | add {{/tags}} where it ends"),
        ("{{$a}}x", "main.html:1:1 SP061 block \"a\" is never closed | add {{/a}} where it ends"),
        (
            "a{{/tags}}",
            "main.html:1:2 SP061 {{/tags}} closes nothing that is open | remove it, or open \"tags\" before it"
        ),
        (
            "{{#tags}}a{{/tag}}",
            "main.html:1:11 SP061 {{/tag}} closes nothing that is open | section \"tags\" is open "
                + "| did you mean {{/tags}}?"
        ),
        (
            "{{#tags}}{{#draft}}{{/tags}}",
            "main.html:1:10 SP061 section \"draft\" is never closed | add {{/draft}} where it ends"
        ),
    ])
    func `sections that do not pair are reported`(_ template: String, _ expected: String) {
        #expect(faults(["main": template]) == [expected])
    }

    @Test(arguments: [
        (
            "é{{titel}}",
            "main.html:1:4 SP062 unknown name \"titel\" | names here: title, body, draft, tags, contact, numbers "
                + "| did you mean \"title\"?"
        ),
        (
            "{{#numbers}}{{lable}}{{/numbers}}",
            "main.html:1:15 SP062 unknown name \"lable\" "
                + "| names here: label, digits, title, body, draft, tags, … | did you mean \"label\"?"
        ),
        (
            "{{contact.digit}}",
            "main.html:1:3 SP062 unknown name \"digit\" in \"contact.digit\" | \"contact\" has: label, digits "
                + "| did you mean \"digits\"?"
        ),
        (
            "{{numbers.label}}",
            "main.html:1:3 SP062 \"numbers\" in \"numbers.label\" is a list, so it has no names of its own "
                + "| write {{#numbers}}…{{/numbers}} and the name inside it"
        ),
        (
            "{{-index}}",
            "main.html:1:3 SP062 \"-index\" is known only inside the section of a list "
                + "| write it between {{#list}} and {{/list}}"
        ),
        (
            "{{#tags}}{{#-index}}{{/-index}}{{/tags}}",
            "main.html:1:13 SP062 \"-index\" is never absent, so it makes no section | test {{#-first}} or {{#-last}}"
        ),
        (
            "{{#tags}}{{-frist}}{{/tags}}",
            "main.html:1:12 SP062 unknown name \"-frist\" | names here: -first, -index, -last "
                + "| did you mean \"-first\"?"
        ),
    ])
    func `an unknown name is reported with what there is`(_ template: String, _ expected: String) {
        #expect(faults(["main": template]) == [expected])
    }

    @Test(arguments: [
        (
            "{{>foter}}",
            "main.html:1:4 SP063 unknown template \"foter\" | templates: footer, main | did you mean \"footer\"?"
        ),
        ("{{<base}}{{/base}}", "main.html:1:4 SP063 unknown template \"base\" | templates: footer, main"),
        (
            "{{<footer}}{{$boddy}}{{/boddy}}{{/footer}}",
            "main.html:1:15 SP064 \"footer\" has no block \"boddy\" to fill | its blocks: body "
                + "| did you mean \"body\"?"
        ),
        (
            "{{>main}}",
            "main.html:1:4 SP065 \"main\" includes itself without end "
                + "| include it only inside the section of a list that gets smaller each time, such as {{#children}}"
        ),
    ])
    func `a template or block that cannot be included is reported`(_ template: String, _ expected: String) {
        #expect(faults(["main": template, "footer": "{{$body}}{{/body}}"]) == [expected])
    }

    @Test(arguments: [
        (
            "{{numbers}}",
            "main.html:1:3 SP066 \"numbers\" is a list, which cannot be printed "
                + "| use it as a section: {{#numbers}}…{{/numbers}}"
        ),
        (
            "{{tags}}",
            "main.html:1:3 SP066 \"tags\" is a list of texts, which cannot be printed "
                + "| use it as a section: {{#tags}}…{{/tags}}"
        ),
        (
            "{{draft}}",
            "main.html:1:3 SP066 \"draft\" is yes or no, which cannot be printed "
                + "| use it as a section: {{#draft}}…{{/draft}}"
        ),
        ("{{.}}", "main.html:1:3 SP066 \".\" is an object, which cannot be printed | print one of its names"),
        (
            "{{{title}}}",
            "main.html:1:4 SP067 text is never inserted unescaped, and \"title\" is text | write {{title}}"
        ),
        (
            "{{&title}}",
            "main.html:1:4 SP067 text is never inserted unescaped, and \"title\" is text | write {{title}}"
        ),
        (
            "{{#tags}}{{{.}}}{{/tags}}",
            "main.html:1:13 SP067 text is never inserted unescaped, and \".\" is text | write {{.}}"
        ),
    ])
    func `printing what is not text, or text unescaped, is reported`(_ template: String, _ expected: String) {
        #expect(faults(["main": template]) == [expected])
    }

    @Test func `a fault in a partial says where the partial is included`() {
        let fault = compile(["main": "a\n{{>part}}", "part": "{{titel}}"], Self.shape).1.first
        let place = Location(path: "main.html", start: Position(line: 2, column: 4), length: 4)
        #expect(fault?.location?.path == "part.html")
        #expect(fault?.notes == [Diagnostic.Note("where \"part\" is included here", at: place)])
    }

    @Test func `a partial that is wrong at two places is reported once`() {
        #expect(faults(["main": "{{>part}}{{#numbers}}{{>part}}{{/numbers}}", "part": "{{titel}}"]).count == 1)
    }

    @Test func `sections that are nested too deep are reported`() {
        let template = String(repeating: "{{#draft}}", count: 70) + String(repeating: "{{/draft}}", count: 70)
        #expect(
            faults(["main": template]).contains(
                "main.html:1:641 SP061 sections are nested more than 64 deep "
                    + "| move inner parts to templates of their own"))
    }

    @Test(
        .timeLimit(.minutes(1)), arguments: ["{{", "{{{", "{{!", "{{=", "{{{a}}", "{{a}}", "<{{#draft}}\n", "{{/a}}"])
    func `a large broken file takes no longer than its size`(_ piece: String) {
        #expect(!faults(["main": String(repeating: piece, count: 3_000)]).isEmpty)
    }

    @Test func `all faults are reported in one run`() {
        let found = compile(["main": "{{a}}{{#tags}}{{b}}{{>c}}\n{{/tags}}{{{title}}}{{d e}}"], Self.shape).1
        #expect(found.map(\.code.id) == ["SP062", "SP062", "SP063", "SP067", "SP060"])
    }

    @Test func `a template that the theme lacks is reported without a place`() {
        let (template, found) = TemplateLibrary([]).compile("page", against: Self.shape)
        #expect(template == nil)
        #expect(found.map(line) == ["SP063 the theme has no template \"page\" | templates: none"])
    }

    @Test func `faults of syntax are known before anything is compiled`() {
        let library = TemplateLibrary([TemplateSource(path: "a.html", bytes: Array("{{x".utf8))])
        #expect(library.diagnostics.map(\.code.id) == ["SP060"])
    }
}
