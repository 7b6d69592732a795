import Testing
import XMLEvents

/// XML from other people: what it says, or why it is refused.
struct XMLReaderTests {
    private func events(_ text: String) throws -> [XMLEvent] {
        var events: [XMLEvent] = []
        try XMLReader.read(Array(text.utf8)) { events.append($0) }
        return events
    }

    @Test func `elements, attributes and texts come in order, without prefixes`() throws {
        #expect(
            try events("<x:a xmlns:x='u' x:b=\"1 &amp; 2\">é&lt;<c/></x:a>") == [
                .start("a", ["b": "1 & 2", "x": "u"]), .text("é"), .text("<"), .start("c", [:]), .end("c"), .end("a"),
            ])
    }

    @Test(arguments: [("<a>\n<b></a>", 2), ("", 1), ("<a/>\n\nx", 3), ("<a>&b;</a>", 1)])
    func `what is not well formed is refused with its line`(_ text: String, _ line: Int) {
        #expect(throws: XMLFault.malformed(line: line)) { try events(text) }
    }

    @Test func `entities cannot be defined`() {
        #expect(throws: XMLFault.hasDoctype) { try events("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") }
        #expect(throws: XMLFault.hasDoctype) { try events("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") }
    }

    @Test func `deep nesting is refused`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(try events(nested(64)).count == 128)
        #expect(throws: XMLFault.tooDeep) { try events(nested(65)) }
    }
}
