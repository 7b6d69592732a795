import Templates
import TestSupport
import Testing

@Suite struct EscapingTests {
    static let alphabet = Array("<>&\"'ab {}=/;é€😀\u{0301}\n\u{0}")

    private func randomText(_ generator: inout Seeded) -> String {
        String(
            (0..<Int.random(in: 0...60, using: &generator)).compactMap { _ in
                Self.alphabet.randomElement(using: &generator)
            })
    }

    /// Reads the five entities back.
    private func unescaped(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) {
            $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
        }
    }

    private func printed(_ text: String) -> String {
        render(["main": "{{text}}"], Shape("page", [.init("text", .text, "")]), .object([.text(text)]))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `an escaped text has no special sign and reads back as it was`(_ seed: UInt64) {
        var generator = Seeded(seed)
        let text = randomText(&generator)
        let output = printed(text)
        #expect(!output.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
        #expect(Array(unescaped(output).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `an ampersand in an escaped text always begins an entity`(_ seed: UInt64) {
        var generator = Seeded(seed)
        let pieces = printed(randomText(&generator)).split(separator: "&", omittingEmptySubsequences: false).dropFirst()
        #expect(
            pieces.allSatisfy { piece in ["lt;", "gt;", "quot;", "#39;", "amp;"].contains { piece.hasPrefix($0) } })
    }

    @Test func `texts are not read as templates`() {
        #expect(printed("{{text}}{{>main}}") == "{{text}}{{&gt;main}}")
    }
}
