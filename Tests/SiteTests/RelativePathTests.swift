import TestSupport
import Testing

@testable import Site

@Suite struct RelativePathTests {
    @Test(arguments: [
        ("b.md", "a.md", "b.md"), ("b.md", "x/a.md", "x/b.md"), ("../b.md", "x/a.md", "b.md"),
        ("./y/../b.md", "x/a.md", "x/b.md"), ("..", "x/y/a.md", "x"), ("y//b.md", "x/a.md", "x/y/b.md"),
    ])
    func `a path is followed from the file that holds it`(_ path: String, _ file: String, _ reached: String) {
        #expect(RelativePath.resolve(path, from: file) == reached)
    }

    @Test(arguments: [("..", "a.md"), ("../../b.md", "x/a.md"), ("y/../../../x/b.md", "x/a.md")])
    func `a path that leads out of the folder leads nowhere`(_ path: String, _ file: String) {
        #expect(RelativePath.resolve(path, from: file) == nil)
    }

    @Test(arguments: [
        ("b.md", "a.md", "b.md"), ("x/b.md", "a.md", "x/b.md"), ("b.md", "x/y/a.md", "../../b.md"),
        ("x/b.md", "x/a.md", "b.md"), ("x/z/b.md", "x/y/a.md", "../z/b.md"), ("x/y/b.md", "x/y/a.md", "b.md"),
    ])
    func `a link is written from the file that holds it`(_ target: String, _ file: String, _ link: String) {
        #expect(RelativePath.link(to: target, from: file) == link)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a link that was written leads to its target`(_ seed: UInt64) {
        var random = Seeded(seed)
        func path() -> String {
            let folders = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                ["a", "b", "c"].randomElement(using: &random) ?? ""
            }
            return (folders + ["page.md"]).joined(separator: "/")
        }
        for _ in 0..<50 {
            let (file, target) = (path(), path())
            #expect(RelativePath.resolve(RelativePath.link(to: target, from: file), from: file) == target)
        }
    }

    @Test(arguments: ["https://a.example/", "mailto:a@b.example", "tel:999", "x-y+z.1:a", "H:"])
    func `a scheme starts with a letter and ends with a colon`(_ url: String) {
        #expect(url.hasScheme)
    }

    @Test(arguments: ["", ":", "a", "a/b:c", "1a:b", "-a:b", "é:b", "#a:b", "../a:b"])
    func `anything else is a path`(_ url: String) {
        #expect(!url.hasScheme)
    }

    @Test(arguments: [
        ("a%20b", "a b"), ("%C3%A9", "é"), ("100%", "100%"), ("%zz", "%zz"), ("%4", "%4"), ("%+1", "%+1"),
        ("a%2", "a%2"),
        ("%25", "%"), ("%2e%2E", ".."), ("plain", "plain"),
    ])
    func `percent signs with two digits are decoded`(_ text: String, _ decoded: String) {
        #expect(text.percentDecoded == decoded)
    }

    @Test func `what is not UTF-8 once decoded stays as it was`() {
        #expect("a%FFb".percentDecoded == "a%FFb")
    }

    @Test func `a text is cut at the first mark`() {
        #expect("a#b#c".cut(at: UInt8(ascii: "#")) == ("a", "b#c"))
        #expect("a#".cut(at: UInt8(ascii: "#")) == ("a", ""))
        #expect("a".cut(at: UInt8(ascii: "#")) == ("a", nil))
    }
}
