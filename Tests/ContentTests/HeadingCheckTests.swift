import Diagnostics
import Markdown
import Testing

@testable import Content

struct HeadingCheckTests {
    private func faults(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let (document, _) = MarkdownParser().parse(
            bytes[...], path: "p.md", options: MarkdownParser.Options(keepsText: true))
        var check = HeadingCheck(document, bytes: bytes, path: "p.md")
        return check.faults().map { "\($0.code.id) \($0.location?.start.line ?? 0): \($0.message)" }
    }

    private func headings(_ titles: [String]) -> String { titles.map { "## \($0)\n\nText.\n\n" }.joined() }

    private func list(_ points: [String], _ titles: [String]) -> [String] {
        faults(points.map { "- \($0)\n" }.joined() + "\n" + headings(titles))
    }

    private static let titles = ["1. Prevent", "2. Protect and support", "3. Pursue", "4. Partnerships: co-location"]

    @Test func `a point that is called something else than its heading is found`() {
        let points = ["Prevent", "Protect & support", "Pursue, page 3", "Partnerships: co-location and co-working"]
        #expect(
            list(points, Self.titles) == [
                "SP288 4: \"\(points[3])\" stands among the headings of this page, and the heading is \"\(Self.titles[3])\""
            ])
    }

    @Test func `a point without a heading is found where the others have theirs`() {
        #expect(
            list(["Prevent", "Pursue", "The partnerships: co-location", "Money"], Self.titles) == [
                "SP288 4: \"Money\" stands among the headings of this page, and there is no such heading"
            ])
    }

    /// A list that names two headings, or half of its points, is about something else.
    @Test(arguments: [
        ["Prevent", "Pursue", "Money"], ["Prevent", "Pursue", "Partnerships: co-location", "a", "b", "c"],
        ["Call the police", "Call us"], [],
    ])
    func `other lists are let through`(_ points: [String]) { #expect(list(points, Self.titles).isEmpty) }

    @Test(arguments: [
        (["1. A", "2. B", "4. C"], "SP289 9: \"4. C\" stands behind \"2. B\""),
        (["1) A", "B", "1) C"], "SP289 9: \"1) C\" stands behind \"1) A\""),
    ])
    func `a number that is left out or stands twice is found`(_ titles: [String], _ fault: String) {
        #expect(faults(headings(titles)) == [fault])
    }

    @Test(arguments: [
        ["1. A", "2. B", "3. C"], ["A", "B"], ["2015 in figures", "2017 in figures"], ["3 steps", "5 steps"],
        ["1.9 A", "1.10 B", "2.1 C"], ["7. A", "8. B"], ["16-17 years", "18 years"],
    ])
    func `numbers that go on, and numbers that are none, are let through`(_ titles: [String]) {
        #expect(faults(headings(titles)).isEmpty)
    }

    @Test func `below each heading numbers begin anew`() {
        #expect(faults("## 1. A\n\n### 1) a\n\n### 2) b\n\n## 2. B\n\n### 1) a\n\nText.\n").isEmpty)
    }
}
