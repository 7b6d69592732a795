import JSONText
import Testing

@Suite struct JSONValueTests {
    @Test func `members keep their order`() {
        #expect(JSONValue.object([.init("b", 1), .init("a", [true, .null])]).text() == #"{"b":1,"a":[true,null]}"#)
    }

    @Test func `indented text has two spaces a level and ends with a line feed`() {
        let value: JSONValue = ["list": [1, 2], "empty": [], "none": [:]]
        #expect(
            value.text(indented: true) == """
                {
                  "list": [
                    1,
                    2
                  ],
                  "empty": [],
                  "none": {}
                }

                """)
    }

    @Test(arguments: [
        ("</script><!--", #""\u003C/script\u003E\u003C!--""#),
        ("a\u{2028}b", #""a\u2028b""#),
        ("tab\tquote\" back\\", #""tab\tquote\" back\\""#),
        ("\u{1}", #""\u0001""#),
        ("Môr ą", #""Môr ą""#),
    ])
    func `text cannot leave its quotation marks or its script element`(text: String, written: String) {
        #expect(JSONValue.string(text).text() == written)
    }

    @Test func `a fact that is not known is left out`() {
        #expect(JSONValue.present([("a", 1), ("b", nil)]).text() == #"{"a":1}"#)
    }
}
