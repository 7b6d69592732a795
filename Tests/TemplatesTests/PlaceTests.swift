import Diagnostics
import Templates
import Testing

/// Where in a page's HTML a text may stand.
@Suite struct PlaceTests {
    static let shape = Shape(
        "page", [.init("t", .text, ""), .init("html", .html, ""), .init("f", .flag, ""), .init("l", .texts, "")])

    private func faults(_ template: String) -> [String] { compile(["main": template], Self.shape).1.map(line) }

    @Test(arguments: [
        "<p>{{t}}</p>", "<p class=\"{{t}}\">", "<p class='a {{t}}'>", "<p class = \"{{t}}\">", "<!-- {{t}} -->{{t}}",
        "<script>var a = '<p>';</script>{{t}}", "<script src=\"{{t}}\"></script>{{t}}", "<style>a>b{}</style >{{t}}",
        "<SCRIPT>x</SCRIPT>{{t}}", "<p id=\"{{t}}\" hidden>{{t}}", "1 < 2 {{t}}", "<br/>{{t}}", "<img alt=a>{{t}}",
        "<!doctype html><title>{{t}}</title>", "<p{{#f}} hidden{{/f}}>{{t}}", "<a {{#f}}class=\"{{t}}\"{{/f}}>{{t}}",
        "<p class=\"a{{#f}} b{{/f}}\">", "<script>{{html}}</script>{{t}}", "<p onclick=\"go()\" title=\"{{t}}\">",
        "<script type=\"module\" defer>a</script>{{t}}", "{{#l}}<li value={{-index}}>{{.}}{{/l}}",
        "<!-- a -- > b --->{{t}}", "<a title=\"a > b\">{{t}}</a>", "<script>{{#f}}a(){{/f}}</script>{{t}}",
    ])
    func `a text may stand between tags and in quoted values`(_ template: String) {
        #expect(faults(template) == [])
    }

    static let inTag = "inside a tag, outside an attribute value | print it in a quoted attribute value"
    static let unquoted = "in an attribute value without quotation marks | put the value in quotation marks: \"{{t}}\""
    static let inScript =
        "inside <script>, where escaping does not protect "
        + "| put it in a data- attribute of an element, and let the script read it from there"
    static let inStyle =
        "inside <style>, where escaping does not protect "
        + "| put it in a data- attribute of an element, and let the style read it from there"

    static func code(_ attribute: String) -> String {
        "in the attribute \"\(attribute)\", which browsers run as code "
            + "| put it in a data- attribute, and let a script read it from there"
    }

    @Test(arguments: [
        ("<script>var a = \"{{t}}\"</script>", inScript), ("<script src=x>{{t}}</script>", inScript),
        ("<Script\n>'</p>'{{t}}</script>", inScript), ("<style>a{color:{{t}}}</style>", inStyle),
        ("<script>{{#f}}{{t}}{{/f}}</script>", inScript), ("<p class={{t}}>", unquoted),
        ("<p class=a{{t}}>", unquoted), ("<p onclick=\"go('{{t}}')\">", code("onclick")),
        ("<p ONLOAD = '{{t}}'>", code("onload")), ("<iframe srcdoc=\"{{t}}\">", code("srcdoc")), ("<p {{t}}>", inTag),
        ("<p {{t}}=\"x\">", inTag), ("<{{t}}>", inTag), ("<h{{t}}>", inTag), ("</{{t}}>", inTag),
    ])
    func `a text is refused where escaping does not protect`(_ template: String, _ expected: String) {
        let found = faults(template)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("SP068 text \"t\" stands \(expected)") ?? false)
    }

    @Test func `a partial inside a script is checked as part of the script`() {
        let found = compile(["main": "<script>{{>part}}</script>", "part": "{{t}}"], Self.shape).1
        #expect(found.map(\.code.id) == ["SP068"])
    }

    @Test(arguments: [
        (
            "{{#f}}<script>{{/f}}",
            "main.html:1:4 SP069 the section \"f\" begins between tags and ends inside <script> "
                + "| let it hold whole tags and whole attribute values"
        ),
        (
            "<p {{#f}}class=\"{{/f}}a\">",
            "main.html:1:7 SP069 the section \"f\" begins inside a tag and ends inside an attribute value "
                + "| let it hold whole tags and whole attribute values"
        ),
        (
            "<p class=\"a",
            "main.html:1:1 SP069 the template \"main\" begins between tags and ends inside an attribute value "
                + "| let it hold whole tags and whole attribute values"
        ),
    ])
    func `a section that splits a tag is reported`(_ template: String, _ expected: String) {
        #expect(faults(template).contains(expected))
    }
}
