import Testing

@testable import YAMLData

@Suite struct YAMLTextTests {
    @Test(arguments: [
        ("a: 1\nb: two words\n", "a: 1\nb: two words\n"),
        ("{ a: [x, \"y: z\"], b: {} }", "a:\n  - x\n  - \"y: z\"\nb: {}\n"),
        (
            "items: [{ title: T, text: 'a \"b\"' }, { title: U }]",
            "items:\n  - title: T\n    text: \"a \\\"b\\\"\"\n  - title: U\n"
        ),
        ("a: |\n  One\n\n  - two\n", "a: |\n  One\n\n  - two\n"),
        ("a: >\n  One\n  line\n", "a: |\n  One line\n"),
        ("a: |-\n  One\n  Two\n", "a: \"One\\nTwo\"\n"),
        ("[]", "[]\n"),
    ])
    func `a value is written one entry a line`(source: String, text: String) throws {
        #expect(try read(source).text == text)
    }

    @Test(arguments: [
        "a: \"tab\\t and \\\\ and \\e and \\u2028\"", "a: \"\"", "\"a: b\": c", "\"-\": c", "\"\": c",
        "- - a\n  - b\n- []",
        "a: ~\nb:\nc: no", "a: \"  spaces \"", "a: |2\n    indented more\n  x: y\n", "a: |2\n   first\n  second\n",
        "a: |+\n  x\n\n",
        "a: folded\n  text", "- a: 1\n  b:\n    - c: |\n        x\n        y\n- z",
    ])
    func `what is written is read as the same value`(source: String) throws {
        let node = try read(source)
        #expect(plain(try read(node.text)) == plain(node), "\(node.text)")
    }

    private func read(_ text: String) throws -> YAMLNode {
        try #require(YAMLReader.read(text.utf8, path: "a.yaml").node)
    }

    /// The value without its places and the way its texts were written.
    private func plain(_ node: YAMLNode) -> String {
        switch node.value {
        case .scalar(let text, _): "\(text.debugDescription)\(node.isNull ? "?" : "")"
        case .sequence(let items): "[\(items.map(plain).joined(separator: ","))]"
        case .mapping(let entries):
            "{\(entries.map { "\($0.key.debugDescription):\(plain($0.value))" }.joined(separator: ","))}"
        }
    }
}
