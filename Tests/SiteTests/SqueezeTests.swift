import Testing

@testable import Site

@Suite struct SqueezeTests {
    private func css(_ text: String) -> String { String(decoding: Squeeze.css(Array(text.utf8)), as: UTF8.self) }

    private func script(_ text: String) -> String { String(decoding: Squeeze.script(Array(text.utf8)), as: UTF8.self) }

    @Test(arguments: [
        ("a { color : red ; }\n", "a{color :red}"),
        ("/* note */ a{b:c}", "a{b:c}"),
        ("a b > c , d{e:f;g:h}", "a b>c,d{e:f;g:h}"),
        ("a :hover{b:c}", "a :hover{b:c}"),
        ("a:not(.b) c{d:e}", "a:not(.b) c{d:e}"),
        ("@media (min-width: 4em) and (color){a{b:c}}", "@media (min-width:4em) and (color){a{b:c}}"),
        ("a{width:calc(1px + 2px)}", "a{width:calc(1px + 2px)}"),
        ("a::before{content:\"/* no; */  { }\"}", "a::before{content:\"/* no; */  { }\"}"),
        ("a{content:'it\\'s  ok'}", "a{content:'it\\'s  ok'}"),
        ("a{b:c}/* unclosed", "a{b:c}"),
        ("a{margin:0 auto!important}", "a{margin:0 auto!important}"),
    ])
    func `a style sheet loses what only its author needs`(written: String, sent: String) {
        #expect(css(written) == sent)
    }

    @Test(arguments: [
        ("  const a = 1;\n\n  // why\n  b();\n", "const a = 1;\nb();\n"),
        ("/* one\n   two */\na();", "a();\n"),
        ("const url = \"https://a\"; // kept", "const url = \"https://a\"; // kept\n"),
    ])
    func `a script keeps every line that may be code`(written: String, sent: String) {
        #expect(script(written) == sent)
    }

    @Test func `squeezing twice changes nothing more`() {
        let text = "a { b : c } /* d */ e > f { g: h; }"
        #expect(css(css(text)) == css(text))
    }
}
