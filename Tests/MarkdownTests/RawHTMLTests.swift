import Diagnostics
import Markdown
import Testing

struct RawHTMLTests {
    private let filtered = Options(rawHTML: .filtered)

    @Test(arguments: [
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>\n"),
        ("<ABBR title='a \"b\"'>x</ABBR>", "<p><abbr title=\"a &quot;b&quot;\">x</abbr></p>\n"),
        ("a<br/>b &amp; <i lang=cy>c</i>", "<p>a<br>b &amp; <i lang=\"cy\">c</i></p>\n"),
        (
            "<details open>\n<summary>a &amp; b</summary>\n\n*c*\n\n</details>",
            "<details open>\n<summary>a &amp; b</summary>\n<p><em>c</em></p>\n</details>\n"
        ),
        ("a <!-- b --> c", "<p>a  c</p>\n"),
    ])
    func `harmless elements pass`(text: String, expected: String) {
        #expect(faults(text, options: filtered) == [])
        #expect(html(text, options: filtered) == expected)
    }

    @Test(arguments: [
        ("<script>x</script>", "SP043 1:1+7 the HTML element <script> is not allowed here"),
        ("a <img src=x onerror=y>", "SP043 1:3+4 the HTML element <img> is not allowed here"),
        ("a <b onclick=\"x\">y</b>", "SP043 1:3+2 the attribute \"onclick\" is not allowed on <b>"),
        ("a <b>y", "SP043 1:3+2 <b> is opened here and not closed in the same block"),
        ("a</b>", "SP043 1:2+3 </b> closes nothing that is open here"),
        ("a <b>c *d</b>*", "SP043 1:10+3 </b> closes nothing that is open here"),
        ("a <div>c</div>", "SP043 1:3+4 the HTML element <div> is not allowed here"),
        ("<details>\n\na", "SP043 1:1+8 <details> is opened here and not closed in the same block"),
    ])
    func `everything else is an error`(text: String, fault: String) {
        #expect(faults(text, options: filtered).first == fault)
    }

    @Test func `every allowed element has a reason`() {
        #expect(HTMLAllowList.elements.allSatisfy { !$0.reason.isEmpty })
    }
}
