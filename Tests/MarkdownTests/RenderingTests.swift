import Diagnostics
import Markdown
import Testing

struct RenderingTests {
    @Test func `an alert has a title in the language of the page`() {
        var options = Options()
        options.wording.warning = "Rhybudd"
        #expect(
            html("> [!WARNING]\n> Call 999.", options: options)
                == """
                <div class="alert alert-warning" role="note">
                <p class="alert-title">Rhybudd</p>
                <p>Call 999.</p>
                </div>

                """)
    }

    @Test func `an alert may hold blocks and stand in any letter case`() {
        #expect(
            html("> [!tip]\n>\n> - a")
                == """
                <div class="alert alert-tip" role="note">
                <p class="alert-title">Tip</p>
                <ul>
                <li>a</li>
                </ul>
                </div>

                """)
    }

    @Test func `a quotation that mentions an alert stays a quotation`() {
        #expect(html("> [!NOTE] a") == "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n")
    }

    @Test func `a wide table scrolls in a named region`() {
        let text = html("| a | b *c* | |\n|:-|-:|:-:|\n| 1 | 2 | 3 |\n\n| a | b | |\n|-|-|-|")
        #expect(
            text.hasPrefix(
                """
                <div class="table" role="region" tabindex="0" aria-label="Table 1: a, b c">
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-left">a</th>
                <th scope="col" class="align-right">b <em>c</em></th>
                <td class="align-center"></td>
                </tr>
                </thead>
                <tbody>
                """))
        #expect(text.contains("aria-label=\"Table 2: a, b\""))
    }

    @Test func `a narrow table needs no region`() {
        #expect(html("| a | b |\n|-|-|").hasPrefix("<table>"))
    }

    @Test func `a tick box is named by its text or by a word`() {
        #expect(
            html("- [x] a [b](c)\n- [ ] \n")
                == """
                <ul>
                <li class="task"><label><input type="checkbox" disabled checked> a <a href="c">b</a></label></li>
                <li class="task"><input type="checkbox" disabled aria-label="Task"> </li>
                </ul>

                """)
    }

    @Test func `footnotes lead there and back`() {
        #expect(
            html("a[^n] b[^n]\n\n[^n]: Note.")
                == """
                <p>a<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" \
                aria-label="Footnote 1">1</a></sup> b<sup class="footnote-ref"><a href="#fn:1" id="fnref:1:2" \
                role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="fn:1">
                <p>Note. <a href="#fnref:1" class="footnote-back" role="doc-backlink" \
                aria-label="Back to the text 1">↩\u{FE0E}</a> <a href="#fnref:1:2" class="footnote-back" \
                role="doc-backlink" aria-label="Back to the text 1, 2">↩\u{FE0E} 2</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func `headings have ids and make the outline`() {
        let document = parse("## What *to* do\n\n### What to do\n\n## –").document
        #expect(document.outline.map(\.id) == ["what-to-do", "what-to-do-2", "section"])
        #expect(document.outline.map(\.level) == [2, 3, 2])
        #expect(document.outline.map(\.text) == ["What to do", "What to do", "–"])
    }

    @Test func `holes stand in order, and filling them leaves the rest alone`() {
        let document = parse("[a](b) ![c](d)\n\n```{e}\n```\n").document
        #expect(document.holes.map(\.kind) == [.link(0), .image(0), .component(0)])
        #expect(document.html { _, _ in } == document.html)
        #expect(
            html("[a](b)\n\n```{e}\n```") == "<p><a href=\"b\">a</a></p>\n<section data-component=\"e\"></section>\n")
    }

    @Test func `an ordinary fence is code`() {
        #expect(html("```yaml\na: <b>\n```") == "<pre><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>\n")
    }

    @Test func `quotes are curly in text and straight in code`() {
        #expect(html("\"a\" -- `\"b\" --`") == "<p>“a” – <code>&quot;b&quot; --</code></p>\n")
    }

    @Test(arguments: [
        ("one two-and three's", 3), ("a *b*c\nd", 3), ("## a b\n\n| c |\n|-|\n| d |", 4), ("```\nnot these\n```", 0),
        ("– … 5", 3),
    ])
    func `words are counted`(text: String, count: Int) {
        #expect(parse(text).document.wordCount == count)
    }
}
