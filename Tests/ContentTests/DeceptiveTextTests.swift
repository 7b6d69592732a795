import Diagnostics
import Markdown
import Testing

@testable import Content

/// What a text says and does not show is found; what people ordinarily write is not.
struct DeceptiveTextTests {
    private func faults(_ text: String, isRightToLeft: Bool = false, isYAML: Bool = false) -> [String] {
        var deceptive = DeceptiveText(path: "p.md", isRightToLeft: isRightToLeft)
        let bytes = Array(text.utf8)[...]
        deceptive.look(at: bytes, firstLine: 7, lettersOnly: isYAML, notation: isYAML ? .yaml : .markdown) {
            isYAML ? nil : MarkdownParser().parse(bytes, path: "p.md").document.shownCharacters
        }
        return deceptive.faults.map(\.line)
    }

    @Test(arguments: [
        ("a\u{0}b", "SP027 p.md:7:2 the text holds the invisible character U+0000 (delete it and type the text again)"),
        (
            "a\nbé\u{7}",
            "SP027 p.md:8:3 the text holds the invisible character U+0007 (delete it and type the text again)"
        ),
        ("\u{9F}", "SP027 p.md:7:1 the text holds the invisible character U+009F (delete it and type the text again)"),
        (
            "a\u{FEFF}",
            "SP027 p.md:7:2 the text holds the invisible character U+FEFF (delete it and type the text again)"
        ),
        (
            "ring \u{202E}111 1 0080",
            "SP276 p.md:7:6 U+202E turns the reading order of the text around (delete it and type the text again)"
        ),
        (
            "a\r\n\r\n\u{2067}b",
            "SP276 p.md:9:1 U+2067 turns the reading order of the text around (delete it and type the text again)"
        ),
        (
            "see www.p\u{430}ypal.example",
            "SP277 p.md:7:9 \"p\u{430}ypal\" has letters of two alphabets [\"\u{430}\" is the Cyrillic letter U+0430] (type the word again)"
        ),
        (
            "\u{39F}ur",
            "SP277 p.md:7:1 \"\u{39F}ur\" has letters of two alphabets [\"\u{39F}\" is the Greek letter U+039F] (type the word again)"
        ),
    ])
    func `what deceives is named with its place`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test(arguments: [
        "The board’s plan – “keep children safe” … costs £5 · 20 µg\u{A0}a day\tor\u{200B}so", "Помощь детям and help",
        "α-carotene, Ωμέγα",
        "Llŷn, Ås, Łódź, naïve", "اردو \u{200F}میں", "ਪੰਜਾਬੀ", "👩\u{200D}👧 e\u{301}",
    ])
    func `what people write is not`(text: String) {
        #expect(faults(text).isEmpty)
    }

    @Test func `a language that runs from right to left may set text apart, and not turn it around`() {
        #expect(faults("اردو \u{2068}NSPCC\u{2069}", isRightToLeft: true).isEmpty)
        #expect(faults("اردو \u{202D}NSPCC\u{202C}", isRightToLeft: true).count == 2)
    }

    @Test func `of values only the letters are looked at`() {
        #expect(faults("a: \u{7} \u{202E}", isYAML: true).isEmpty)
        #expect(faults("a: p\u{430}y", isYAML: true).count == 1)
    }

    @Test(arguments: [
        ("ring &#x202E;111", ["SP276 p.md:7:6 U+202E turns the reading order of the text around"]),
        ("ring &#8238;111", ["SP276 p.md:7:6 U+202E turns the reading order of the text around"]),
        (
            "&#X2067;a\n&#xFEFF;",
            [
                "SP276 p.md:7:1 U+2067 turns the reading order of the text around",
                "SP027 p.md:8:1 the text holds the invisible character U+FEFF",
            ]
        ),
        (
            "[a](https://b.example/&#x202E; \"c&#x202A;\")",
            [
                "SP276 p.md:7:23 U+202E turns the reading order of the text around",
                "SP276 p.md:7:34 U+202A turns the reading order of the text around",
            ]
        ),
        ("see p&#x430;ypal", ["SP277 p.md:7:5 \"p\u{430}ypal\" has letters of two alphabets"]),
        ("see p&acy;ypal", ["SP277 p.md:7:5 \"p\u{430}ypal\" has letters of two alphabets"]),
        (
            "&#112;\u{430}ypal &omicron;ur",
            [
                "SP277 p.md:7:1 \"p\u{430}ypal\" has letters of two alphabets",
                "SP277 p.md:7:13 \"\u{3BF}ur\" has letters of two alphabets",
            ]
        ),
    ])
    func `a character that is written by its number or its name is that character`(text: String, said: [String]) {
        let faults = faults(text)
        #expect(faults.count == said.count)
        for (fault, said) in zip(faults, said) { #expect(fault.hasPrefix(said)) }
    }

    @Test(arguments: [
        "&nbsp; &amp;#x202E; A&E; &#38;#x202E; &#x; &#xD800; &#99999999; & &", "`&#x202E;`", "    p&#x430;ypal",
        "```\n&#x202E;\n```", "\\&#x202E;",
    ])
    func `a reference that readers see as it is written is none`(text: String) {
        #expect(faults(text).isEmpty)
    }

    @Test(arguments: [#"title: "p\u0430ypal""#, #"title: "\x70\U00000430ypal""#])
    func `of values escapes are looked at as well`(text: String) {
        #expect(faults(text, isYAML: true).count == 1)
        #expect(faults(text).isEmpty)
    }

    @Test func `a file full of it is not reported without end`() {
        #expect(faults(String(repeating: "\u{202E}", count: 100_000)).count == 50)
    }
}
