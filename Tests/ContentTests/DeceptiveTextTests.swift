import Diagnostics
import Testing

@testable import Content

/// What a text says and does not show is found; what people ordinarily write is not.
struct DeceptiveTextTests {
    private func faults(_ text: String, isRightToLeft: Bool = false, lettersOnly: Bool = false) -> [String] {
        var deceptive = DeceptiveText(path: "p.md", isRightToLeft: isRightToLeft)
        deceptive.look(at: Array(text.utf8)[...], firstLine: 7, lettersOnly: lettersOnly)
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
        #expect(faults("a: \u{7} \u{202E}", lettersOnly: true).isEmpty)
        #expect(faults("a: p\u{430}y", lettersOnly: true).count == 1)
    }

    @Test func `a file full of it is not reported without end`() {
        #expect(faults(String(repeating: "\u{202E}", count: 100_000)).count == 50)
    }
}
