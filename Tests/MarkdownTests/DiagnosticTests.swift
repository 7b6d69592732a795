import Diagnostics
import Markdown
import Testing

/// Each fault with its exact place and words.
struct DiagnosticTests {
    @Test(arguments: [
        ("# Welcome", "SP041 1:3+7 the title is the page's only first-level heading, and \"Welcome\" is another"),
        (
            "Welcome\n=======",
            "SP041 1:1+7 the title is the page's only first-level heading, and \"Welcome\" is another"
        ),
        ("## A\n\n#### Ünder `x`", "SP042 3:6+9 the heading \"Ünder x\" jumps from level 2 to level 4"),
        ("### First", "SP042 1:5+5 the heading \"First\" jumps from level 1 to level 3"),
        ("## A\n\n##", "SP046 3:1+2 the heading has no text"),
    ])
    func `headings keep the outline whole`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test func `a text set deeper in a page starts its headings deeper`() {
        #expect(
            faults("## A", options: Options(topHeadingLevel: 3))
                == ["SP041 1:4+1 headings here start at level 3, and \"A\" is level 2"])
    }

    @Test(arguments: [
        ("a <b>x</b>", "SP043 1:3+3 HTML is not allowed here: <b>"),
        ("x\n\n<div class=\"y\">\n<p>\n</div>", "SP043 3:1+15 HTML is not allowed here: <div class=\"y\">"),
        ("> a\n> <i>", "SP043 2:3+3 HTML is not allowed here: <i>"),
        ("a <?php x ?>", "SP043 1:3+10 HTML is not allowed here: <?php x ?>"),
        ("x\n\n<!-- a\n\nb", "SP043 3:1+4 the comment that starts here is never closed"),
        ("<!-- a -->\n<!-- b --> c", "SP043 2:12+1 HTML is not allowed here: c"),
        ("see <!-- a -- b --> this", "SP043 1:5+4 the comment that starts here would be shown to readers"),
    ])
    func `raw HTML is refused where it stands`(text: String, fault: String) {
        #expect(faults(text).first == fault)
    }

    @Test(arguments: [
        "<!-- a -->", "a <!-- b --> c", "a\n\n<!--\nb\n-->\n\nc", "\\<!-- a", "`<b>`", "    <b>", "a < b",
    ])
    func `comments, code and lone angle brackets are fine`(text: String) {
        #expect(faults(text) == [])
    }

    @Test(arguments: [
        (
            "```{Contacts}\n```",
            "SP044 1:4+10 \"{Contacts}\" is not a component's name: names hold only a–z, 0–9 and hyphens"
        ),
        ("```{contacts\n```", "SP044 1:4+9 the component's name lacks its closing brace: \"{contacts\""),
        (
            "a\n\n```{contacts} all\n```",
            "SP044 3:4+14 nothing may follow \"{contacts}\" on its line, but \"all\" does"
        ),
        ("```{}\n```", "SP044 1:4+2 \"{}\" is not a component's name: names hold only a–z, 0–9 and hyphens"),
        ("a\n\n```{contacts}\nids: []", "SP044 3:1+13 the block that starts here is never closed"),
        ("```\na", "SP044 1:1+3 the block that starts here is never closed"),
        ("~~~~\na\n~~~", "SP044 1:1+4 the block that starts here is never closed"),
    ])
    func `a fence is written as it must be`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test(arguments: [
        ("[a](javascript:x)", "SP045 1:5+12 the link may not start with \"javascript:\""),
        ("[a](JavaScript:x)", "SP045 1:5+12 the link may not start with \"javascript:\""),
        ("[a](<  vbscript:x>)", "SP045 1:8+10 the link may not start with \"vbscript:\""),
        ("<data:text/html,x>", "SP045 1:2+16 the link may not start with \"data:\""),
        ("[a](htps://a.b)", "SP045 1:5+10 the link may not start with \"htps:\""),
        (
            "[a](java&#9;script:x)",
            "SP045 1:2+1 the link's address holds a line end, a tab or another control character"
        ),
        ("![a](data:image/png;base64,x)", "SP045 1:6+23 the image may not start with \"data:\""),
        ("![a](mailto:a@b.c)", "SP045 1:6+12 the image may not start with \"mailto:\""),
    ])
    func `a destination that can run something is refused`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test(arguments: [
        "[a](https://a.b)", "[a](mailto:a@b.c)", "[a](tel:999)", "[a](sms:85258)", "[a](../b.md#c)", "[a](#b)",
        "[a](b.md?x=1:2)", "www.a.b", "a@b.cd", "![a](b.png)",
    ])
    func `web addresses, mails, calls, messages and paths are fine`(text: String) {
        #expect(faults(text) == [])
    }

    @Test(arguments: [
        ("[](b)", "SP046 1:4+1 the link to \"b\" has no text"),
        ("[a]()", "SP046 1:2+1 the link \"a\" leads nowhere"),
        ("![a]()", "SP046 1:3+1 the image \"a\" names no file"),
        ("![](b.png)", "SP047 1:5+5 the image \"b.png\" has no text alternative"),
    ])
    func `links and images say something and lead somewhere`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test func `a link may take its text from an image`() {
        #expect(faults("[![A map](m.png)](map.md)") == [])
    }

    @Test func `an unknown alert is named with the nearest known one`() {
        let found = parse("> [!WARNNG]\n> a").diagnostics
        #expect(found.map(\.message) == ["unknown alert \"WARNNG\""])
        #expect(found.map(\.label) == ["expected one of: NOTE, TIP, IMPORTANT, WARNING, CAUTION"])
        #expect(found.map(\.help) == ["did you mean \"WARNING\"?"])
    }

    @Test(arguments: [
        ("a[^x]", ["SP049 1:2+4 the footnote \"x\" is not written anywhere in this text"]),
        ("a\\[^x] `[^x]`", []),
        ("a[^x]\n\n[^x]: b", []),
    ])
    func `a footnote is written somewhere`(text: String, expected: [String]) {
        #expect(faults(text) == expected)
    }

    @Test func `text that is not UTF-8 is refused at its line`() {
        let found = MarkdownParser().parse([0x61, 0x0A, 0xE9, 0x20][...], path: "page.md", firstLine: 5)
        #expect(found.diagnostics.map(\.code.id) == ["SP001"])
        #expect(found.diagnostics.map(\.location?.start.line) == [6])
    }
}
