import Diagnostics
import Testing
import YAMLData

@Suite struct YAMLReaderTests {
    @Test func `every value carries its line and column`() throws {
        let node = try #require(read("a: 1\nlist:\n  - é\n  - {k: v}\n").node)
        guard case .mapping(let entries) = node.value, case .sequence(let items) = entries[1].value.value,
            case .mapping(let inner) = items[1].value
        else { throw Unexpected() }
        #expect(entries[0].value == YAMLNode(.scalar("1", .plain), at: place(1, 4)))
        #expect(items[0] == YAMLNode(.scalar("é", .plain), at: place(3, 5)))
        #expect(inner[0].keyLocation == place(4, 6))
        #expect(inner[0].value.location == place(4, 9))
    }

    @Test func `lines count on from where the text starts in its file`() {
        let result = YAMLReader.read(Array("a: b: c".utf8), path: "f.md", firstLine: 2)
        #expect(result.diagnostics.first?.location?.start.line == 2)
    }

    @Test(arguments: ["no", "012", "12:30:45", "1e3", "2026-01-01"])
    func `nothing is converted`(text: String) throws {
        guard case .mapping(let entries) = try #require(read("k: \(text)").node).value else { throw Unexpected() }
        #expect(entries[0].value.value == .scalar(text, .plain))
    }

    @Test func `an empty text is an empty group`() {
        #expect(read("").node?.value == .mapping([]))
        #expect(read("# only a comment\n").node?.value == .mapping([]))
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", "SP011", 2, 1),
        ("a: *x\n", "SP012", 1, 4),
        ("a: &copy 2026\n", "SP012", 1, 4),
        ("a: &x [1]\n", "SP012", 1, 4),
        ("a: &x {b: 1}\n", "SP012", 1, 4),
        ("a: !important news\n", "SP018", 1, 4),
        ("a: !!int '1'\n", "SP018", 1, 4),
        ("a: ! [1]\n", "SP018", 1, 4),
        ("&x a: 1\n", "SP012", 1, 1),
        ("a: 1\n---\nb: 2\n", "SP015", 2, 1),
        ("? [1]\n: 2\n", "SP016", 1, 3),
        ("a: b: c\n", "SP010", 1, 5),
        ("\ta: 1\n", "SP010", 1, 1),
        ("a: \u{7}\n", "SP010", 1, 4),
    ])
    func `what data has no use for is refused where it stands`(text: String, code: String, line: Int, column: Int) {
        let result = read(text)
        #expect(result.node == nil)
        #expect(result.diagnostics.map(\.code.id) == [code])
        #expect(result.diagnostics.first?.location?.start == Position(line: line, column: column))
    }

    @Test func `bytes that are not UTF-8 are refused with their place`() {
        let result = YAMLReader.read([0x61, 0x3A, 0x20, 0x0A, 0x62, 0x3A, 0x20, 0xE9, 0x0A], path: "f", firstLine: 1)
        #expect(result.diagnostics.map(\.code.id) == ["SP010"])
        #expect(result.diagnostics.first?.location?.start == Position(line: 2, column: 4))
    }

    @Test func `200,000 opening brackets are refused at once`() {
        let result = read(String(repeating: "[", count: 200_000))
        #expect(result.diagnostics.map(\.code.id) == ["SP013"])
    }

    private struct Unexpected: Error {}

    private func read(_ text: String) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
        YAMLReader.read(Array(text.utf8), path: "f")
    }

    private func place(_ line: Int, _ column: Int) -> Location {
        Location(path: "f", start: Position(line: line, column: column))
    }
}
