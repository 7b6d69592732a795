import Diagnostics
import Markdown
import Testing

struct LimitTests {
    private static let nesting = "lists, quotations or emphasis nest deeper than 100 levels"
    private static let tooLong = "that reading it would take too long"

    /// Texts, and what is said of them.
    private static let hostile: [(String, String)] = [
        (many("x", 1 << 21), "1:1+200 the text has 2097152 bytes, and at most 1048576 are read"),
        (many("> ", 200), "1:1+200 \(nesting)"),
        (many("- ", 200), "1:1+200 \(nesting)"),
        (many("*a ", 300) + many("b* ", 300), "1:1+200 \(nesting)"),
        (many("|a", 150) + "\n" + many("|-", 150), "2:1+200 the table has 150 columns, and at most 100 are read"),
        (wideTable, "2224:1+1 the table has more than 200000 cells"),
        (longReference, "1:1+200 the text makes more than 16777216 bytes of HTML"),
        (many("x\n-|-\n", 5_000), "1:1+1 one block holds so many \"|-|\" \(tooLong)"),
        (many("a <?", 100_000), "1:1+200 one block holds so many \"<!\" \(tooLong)"),
        (many("![[]()", 100_000), "1:1+200 one block holds so many \"[\" \(tooLong)"),
        (many("'", 100_000), "1:1+200 one block holds so many \"\"\" \(tooLong)"),
        ("http://a.b/" + many(")", 100_000), "1:1+200 one block holds so many \")\" \(tooLong)"),
    ]

    private static var wideTable: String {
        many("|a", 90) + "\n" + many("|-", 90) + "\n" + many("|\n", 3_000)
    }

    private static var longReference: String {
        "[a]: /" + many("u", 1_000) + "\n\n" + many("[a]\n\n", 100_000)
    }

    @Test(arguments: hostile)
    func `hostile texts are refused by name`(text: String, fault: String) {
        #expect(faults(text) == ["SP040 \(fault)"])
        #expect(parse(text).document.html.isEmpty)
    }

    private static let ordinary: [String] = [
        many("## Part\n\nThe board's *plan* says \"keep [children](a.md) safe\" -- see www.a.b and `x`.\n\n", 10_000),
        "| name | phone | site |\n|-|-|-|\n" + many("| [a](b.md) | 999 | https://a.example/b |\n", 2_000),
        many("- see [a](b.md), www.a.b and *this* isn't \"it\"\n", 20_000),
        many("Word's \"work\" goes on and on, *as* it does (mostly). ", 1_500),
    ]

    @Test(arguments: ordinary)
    func `long ordinary texts pass`(text: String) {
        let found = parse(text)
        #expect(!found.diagnostics.contains { $0.code == .markdownLimit })
        #expect(found.document.wordCount > 1_000)
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
