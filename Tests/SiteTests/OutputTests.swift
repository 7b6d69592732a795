import Content
import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite struct FeedTests {
    private static var board: SmallBoard {
        var board = SmallBoard()
        for number in 1...9 {
            board["news/n\(number).md"] = SmallBoard.page("News & <\(number)>", "kind: news\ndate: 2026-01-0\(number)")
        }
        return board
    }

    @Test func `the newest item comes first, escaped`() async throws {
        let feed = try #require(try await Self.board.site()["feed.xml"])
        let titles = feed.split(separator: "<title>").dropFirst(2).map { $0.prefix { $0 != "\n" } }
        #expect(titles.first == "News &amp; &lt;9&gt;</title>" && titles.count == 9)
        #expect(feed.contains("<updated>2026-01-09T00:00:00Z</updated>\n<author>"))
    }

    @Test func `a feed holds thirty items`() async throws {
        var board = SmallBoard()
        for number in 10...49 {
            board["n\(number).md"] = SmallBoard.page("News", "kind: news\ndate: 2026-01-01")
        }
        let feed = try #require(try await board.site()["feed.xml"])
        #expect(feed.split(separator: "<entry>").count == 31)
    }

    @Test func `only the public edition has feeds, and only with news`() async throws {
        #expect(try await SmallBoard().site()["feed.xml"] == nil)
        #expect(try await Self.board.site(.school)["feed.json"] == nil)
    }
}

@Suite struct SearchEngineFileTests {
    @Test func `the public edition is for search engines, with whole addresses`() async throws {
        let site = try await SmallBoard().site()
        #expect(site["sitemap.xml"]?.contains("<loc>https://smallford.example/board/for/everyone/</loc>") == true)
        #expect(site["robots.txt"]?.contains("Allow: /") == true)
        #expect(site["404.html"]?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    }

    @Test(arguments: [Edition.school, .trainer])
    func `other editions are not`(_ edition: Edition) async throws {
        let site = try await SmallBoard().site(edition)
        #expect(site["sitemap.xml"] == nil && site["robots.txt"] == "User-agent: *\nDisallow: /\n")
        #expect(site["index.html"]?.contains("content=\"noindex, nofollow\"") == true)
    }
}

@Suite struct StructuredDataTests {
    @Test func `text cannot end the script that it stands in`() async throws {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("'</script><script>alert(1)</script><!--'")
        let page = try #require(try await board.site()["a/index.html"])
        #expect(!page.contains("<script>alert") && !page.contains("<!--"))
        #expect(page.split(separator: "</script>").count == 2)
    }

    @Test func `a course says when its runs are, in winter and summer`() async throws {
        var board = SmallBoard()
        board["c.md"] = SmallBoard.course("open")
        board.addRun("w", "open", on: "2027-01-12")
        board.addRun("s", "open", on: "2027-07-13")
        let page = try #require(try await board.site()["c/index.html"])
        #expect(page.contains("\"startDate\":\"2027-01-12T09:30:00+00:00\""))
        #expect(page.contains("\"startDate\":\"2027-07-13T09:30:00+01:00\""))
    }
}

@Suite struct InputOrderTests {
    @Test(arguments: 0..<5 as Range<UInt64>)
    func `the order in which files are handed over never shows`(_ seed: UInt64) async throws {
        var board = SmallBoard()
        for name in ["a", "b", "c", "d"] {
            board["\(name)/index.md"] = SmallBoard.page("Same title", text: "[Home](../index.md)")
            board["\(name)/course.md"] = SmallBoard.course(name)
            board.addRun("run-\(name)", name, on: "2027-01-12")
        }
        let sorted = try await board.site(order: { $0.sorted { $0.path < $1.path } })
        var random = Seeded(seed)
        let shuffled = try await board.site(order: { $0.shuffled(using: &random) })
        #expect(shuffled == sorted)
    }
}
