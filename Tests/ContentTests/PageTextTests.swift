import Testing

@testable import Content

@Suite struct PageTextTests {
    @Test(arguments: [
        ("---\na: 1\n---\nText\n", "a: 1\n", "Text\n", 4),
        ("---\r\na: 1\r\n---\r\nText\r\n", "a: 1\r\n", "Text\r\n", 4),
        ("\u{FEFF}---\na: 1\n---\nText\n", "a: 1\n", "Text\n", 4),
        ("---  \na: 1\n--- \nText\n", "a: 1\n", "Text\n", 4),
        ("---\na: 1\n---\nA\n\n---\n\nB\n", "a: 1\n", "A\n\n---\n\nB\n", 4),
        ("---\na: --- b\n ---\n----\n---\nT", "a: --- b\n ---\n----\n", "T", 6),
        ("---\n---\n", "", "", 3),
        ("---\na: 1\n---", "a: 1\n", "", 4),
    ])
    func `a page is cut at its first two lines of hyphens`(
        file: String, front: String, body: String, firstLine: Int
    ) throws {
        let text = try #require(PageText(Array(file.utf8)))
        #expect(String(decoding: text.frontMatter, as: UTF8.self) == front)
        #expect(String(decoding: text.body, as: UTF8.self) == body)
        #expect(text.bodyFirstLine == firstLine)
    }

    @Test(arguments: [
        "", "\u{FEFF}", "---", "---\n", "---\na: 1\n", "Text\n---\na: 1\n---\n", "\n---\n---\n", "---a\n---\n",
    ])
    func `without both lines there is no front matter`(file: String) {
        #expect(PageText(Array(file.utf8)) == nil)
    }
}
