import Testing

@testable import Releases

/// What a signatory is shown of a release.
@Suite struct ReleaseChangesTests {
    @Test func `the same site is no change`() async {
        #expect(
            await told(["index.html": page("<p>A</p>")], ["index.html": page("<p>A</p>")]) == "Nothing has changed.\n")
    }

    @Test func `everything is told, telephone numbers and definitions first`() async {
        let old = [
            "index.html": page("<p>Ask us.</p>", number: "08001111"),
            "a/index.html": page(
                "<h1>A</h1><p>We listen to you on every day of the week, and we act.</p>", number: "08001111"),
            "d/index.html": page("<p>It is a form of abuse.</p>", data: #"{"@type":"DefinedTerm","name":"D"}"#),
            "gone/index.html": page("<p>Gone.</p>"), "files/a.txt": "1", "files/b.txt": "1",
        ]
        let new = [
            "index.html": page("<p>Ask us.</p>", number: "08001112"),
            "a/index.html": page(
                "<h1>A</h1><p>We listen to you on any day of the week, and we act.</p>", number: "08001112"),
            "d/index.html": page("<p>It is a crime.</p>", data: #"{"@type":"DefinedTerm","name":"D"}"#),
            "new/index.html": page("<p>New.</p>"), "files/a.txt": "2", "files/c.txt": "1",
        ]
        #expect(
            await told(old, new) == """
                Telephone numbers (1)
                  Childline: [-08001111-] {+08001112+}

                Definitions (1)
                  /d/  Page
                    It is a [-form of abuse.-] {+crime.+}

                Pages added (1)
                  /new/  Page

                Pages removed (1)
                  /gone/  Page

                Changed text (2)
                  /a/  Page
                    We listen to you on [-every-] {+any+} day of the week, and we act.
                  on 2 pages: /, /a/
                    Childline [-08001111-] {+08001112+}

                Other files added (1)
                  files/c.txt

                Other files removed (1)
                  files/b.txt

                Other files changed (1)
                  files/a.txt

                """)
    }

    @Test func `Markdown takes no word of a page for a mark`() async {
        let told = await told(
            ["index.html": page("<p>Five *stars* of ten</p>")], ["index.html": page("<p>Five *moons* of ten</p>")],
            .markdown)
        #expect(
            told == """
                ## Changed text (1)

                - `/` Page
                    - Five ~~\\*stars\\*~~ **\\*moons\\*** of ten

                """)
    }

    @Test func `JSON holds every piece`() async {
        let told = await told(["index.html": page("<p>a b c</p>")], ["index.html": page("<p>a x c</p>")], .json)
        #expect(told.contains(#""same": "a""#) && told.contains(#""removed": "b""#) && told.contains(#""added": "x""#))
        #expect(told.contains(#""format": "signpost-release-changes-1""#))
    }

    @Test func `what changed in the menu of every page is told once`() async {
        let old = (1...5).map { ("p\($0)/index.html", page("<nav>Old menu here</nav><p>\($0)</p>")) }
        let new = (1...5).map { ("p\($0)/index.html", page("<nav>New menu here</nav><p>\($0)</p>")) }
        #expect(
            await told(Dictionary(uniqueKeysWithValues: old), Dictionary(uniqueKeysWithValues: new)) == """
                Changed text (1)
                  on 5 pages: /p1/, /p2/, /p3/ and 2 more
                    [-Old-] {+New+} menu here

                """)
    }

    @Test func `a number that is taken from a page is told`() async {
        let told = await told(
            ["index.html": page("", number: "101"), "a/index.html": page("", number: "101")],
            ["index.html": page("", number: "101"), "a/index.html": page("")])
        #expect(told.hasPrefix("Telephone numbers (1)\n  Childline: 101 – taken from /a/\n"))
    }

    @Test func `what readers do not see is no change of text`() async {
        let told = await told(
            ["index.html": page("<p class=\"a\">A &amp; B</p><script>1<2</script>")],
            ["index.html": page("<p>A&#38;nbsp; <!-- x --></p>".replacing("&#38;nbsp;", with: " &#x26; B"))])
        #expect(told == "No text has changed for readers.\n\nPages that changed out of sight (1)\n  /  Page\n")
    }

    @Test func `where a link leads is part of the text`() async {
        let told = await told(
            ["index.html": page("<a href=\"https://a.example/\">Form</a>")],
            ["index.html": page("<a href=\"https://b.example/\">Form</a>")])
        #expect(
            told.contains("[-→ https://a.example/-]") || told.contains("[-https://a.example/-] {+https://b.example/+}"))
    }

    @Test(arguments: 0..<300)
    func `both texts can be read off the pieces`(seed: Int) {
        var state = UInt64(seed &+ 1)
        func words() -> [String] {
            (0..<12).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return ["a", "b", "c"][Int(state >> 33) % 3]
            }
        }
        let (old, new) = (words().joined(separator: " "), words().joined(separator: " "))
        var (before, after) = ([String](), [String]())
        for piece in WordChange(from: old, to: new).pieces {
            switch piece {
            case .same(let text): (before, after) = (before + [text], after + [text])
            case .removed(let text): before.append(text)
            case .added(let text): after.append(text)
            }
        }
        #expect(before.joined(separator: " ") == old && after.joined(separator: " ") == new)
    }

    private func page(_ body: String, number: String? = nil, data: String = "") -> String {
        let link = number.map { "<p><a href=\"tel:\($0)\"><span>Childline</span> <b>\($0)</b></a></p>" } ?? ""
        return "<html><head><title>Page – Board</title><script type=\"application/ld+json\">\(data)</script></head>"
            + "<body>\(link)\(body)</body></html>"
    }

    private func told(_ old: [String: String], _ new: [String: String], _ format: ChangesFormat = .human) async
        -> String
    {
        func release(_ files: [String: String]) async -> Release {
            await Release(files: files.map { ($0.key, Array($0.value.utf8)) })
        }
        return format.text(ReleaseChanges(from: await release(old), to: await release(new)))
    }
}
