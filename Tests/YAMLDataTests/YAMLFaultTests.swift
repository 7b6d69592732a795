import Diagnostics
import TestSupport
import Testing
import YAMLData

@Suite struct YAMLFaultTests {
    @Test(arguments: [
        (
            "a: b: c\n", "SP010 YAML cannot be read here: mapping values are not allowed in this context",
            "check the indentation, and put text that holds `: ` or ` #` in quotation marks"
        ),
        (
            "a: [b\n", "SP010 YAML cannot be read here: did not find expected ',' or ']'",
            "check the indentation, and put text that holds `: ` or ` #` in quotation marks"
        ),
        ("a: 1\na: 2\n", "SP011 the key \"a\" stands here a second time", "keep one of the two"),
        ("a: *b\n", "SP012 an alias (`*name`) is not allowed here", "write the value out again"),
        (
            "a: &b c\n", "SP012 an anchor (`&name`) is not allowed here",
            "put text that starts with `&` or `!` in quotation marks"
        ),
        (
            "a: !b c\n", "SP018 a tag (`!name`) is not allowed here",
            "put text that starts with `&` or `!` in quotation marks"
        ),
        ("a: " + String(repeating: "[", count: 65), "SP013 this is nested more than 64 levels deep", nil),
        ("a: 1\n---\nb: 1\n", "SP015 a second YAML document starts here", nil),
        ("[a]: b\n", "SP016 a key must be a word, not a list", nil),
        ("{a: b}: c\n", "SP016 a key must be a word, not a group of keys", nil),
    ])
    func `a fault is told in words that a person can act on`(text: String, fault: String, help: String?) {
        let faults = YAMLReader.read(Array(text.utf8), path: "f").diagnostics
        #expect(faults.map { "\($0.code.id) \($0.message)" } == [fault])
        #expect(faults.first?.help == help)
    }

    @Test func `a key that stands twice is shown in both places`() {
        let fault = YAMLReader.read(Array("a: 1\nb: 2\na: 3\n".utf8), path: "f").diagnostics.first
        #expect(fault?.notes.first?.location?.start == Position(line: 1, column: 1))
    }

    @Test(arguments: ["\"*a\"", "'&a b'", "\"!a b\"", "a & b", "a !b", "|\n  &a\n  !b"])
    func `the same signs inside a text are text`(text: String) {
        #expect(YAMLReader.read(Array("k: \(text)\n".utf8), path: "f").diagnostics.isEmpty)
    }

    @Test(arguments: [
        "a: 1\nb:\n  - { c: d, e: [f, g] }\n  - 'h'\n",
        "- id: a\n  text: |\n    One\n\n    Two\n  more: >-\n    Three\n",
        "# é\n\"a b\": {x: ~, y: \"\\u00e9\"}\n? k\n: v\n",
    ])
    func `bytes in any state are a value or faults with places`(text: String) {
        var random = Seeded(UInt64(text.utf8.count))
        for _ in 0..<4000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = .random(in: .min ... .max, using: &random)
                case 1: bytes.insert("-:[]{}\"'#&*!|>%@`?,\n\t \r".utf8.randomElement(using: &random) ?? 0, at: at)
                case _ where bytes.count > 1: bytes.remove(at: at)
                default: break
                }
            }
            let (node, faults) = YAMLReader.read(bytes, path: "f")
            #expect((node == nil) == faults.hasErrors, "\(bytes)")
            #expect(faults.allSatisfy { ($0.location?.start ?? .start) >= .start })
        }
    }
}
