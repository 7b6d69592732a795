import Testing

@testable import Prose

struct RunningTextTests {
    private func text(_ words: String, _ kind: RunningText.Passage.Kind = .paragraph) -> RunningText {
        var text = RunningText()
        text.begin(kind)
        text.append(words.utf8, line: 1)
        text.end()
        return text
    }

    private func parts(_ ranges: [Range<Int>], of text: RunningText) -> [String] { ranges.map(text.text) }

    @Test func `each byte knows the line that it came from`() {
        var text = RunningText()
        text.begin(.paragraph)
        text.append("one two".utf8, line: 4)
        text.space()
        text.append("three".utf8, line: 5)
        text.end()
        #expect(text.line(at: 0) == 4)
        #expect(text.line(at: 8) == 5)
        #expect(text.text(text.firstLine(of: 4..<13)) == "two ")
    }

    @Test(arguments: [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("She said “no.” He went.", ["She said “no.”", "He went."]),
        ("Ask, e.g. at a hotel. Dr. A. Smith knows.", ["Ask, e.g. at a hotel.", "Dr. A. Smith knows."]),
        ("At 3.5 km of www.example.org no stop", ["At 3.5 km of www.example.org no stop"]),
        ("(He left.) Then", ["(He left.)", "Then"]),
    ])
    func `sentences end where a reader stops`(_ words: String, _ expected: [String]) {
        let text = text(words)
        #expect(parts(text.sentences(in: text.passages[0].range), of: text) == expected)
    }

    @Test(arguments: [
        ("It’s a well-known café", ["It’s", "a", "well-known", "café"]),
        ("— “Yes” – 3 of 10", ["Yes", "3", "of", "10"]),
    ])
    func `words keep their apostrophes and hyphens`(_ words: String, _ expected: [String]) {
        let text = text(words)
        #expect(parts(text.words(in: text.passages[0].range), of: text) == expected)
    }

    @Test(arguments: [
        ("He said “a b” and ‘c’, it’s", ["“a b”", "‘c’"]), ("the boys’ coats", []), ("said \"x\" y", ["\"x\""]),
        ("never “closed here", ["“closed here"]), ("‘don’t look’ now", ["‘don’t look’"]),
    ])
    func `what stands between quotation marks is quoted`(_ words: String, _ expected: [String]) {
        let text = text(words)
        #expect(parts(text.quoted(in: text.passages[0].range), of: text) == expected)
    }

    @Test func `a quotation and a title in italics are other people's words`() {
        let quotation = text("risky", .quotation)
        #expect(quotation.quoted(in: quotation.passages[0].range) == [0..<5])
        var titled = RunningText()
        titled.begin(.paragraph)
        titled.append("Read ".utf8, line: 1)
        titled.beginSpared()
        titled.append("Sexting".utf8, line: 1)
        titled.endSpared()
        titled.end()
        #expect(titled.quoted(in: titled.passages[0].range) == [5..<12])
    }

    @Test(arguments: [
        ("Ask the DSL. The DSL knows.", ["DSL"]), ("Child exploitation (CSE) and CSE again", []),
        ("CSE (child exploitation) hurts", []), ("All DSLs and the LADO", ["DSL", "LADO"]), ("DO NOT TOUCH", []),
        ("I am OK at A&E", ["OK"]), ("Model X1 and ABCDEFGHIJ", []),
    ])
    func `acronyms that nobody explains are found once`(_ words: String, _ expected: [String]) {
        #expect(text(words).unexplainedAcronyms().map(\.name) == expected)
    }
}
