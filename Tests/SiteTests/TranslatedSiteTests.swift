import Content
import Diagnostics
import Languages
import Schemas
import Testing

@testable import Site

/// A board with a pathway of two steps, of which the second is translated into Welsh and nothing else is.
struct TranslatedSiteTests {
    private static let board: SmallBoard = {
        var board = SmallBoard()
        board["signpost.yaml"]? += "\nlanguages: [cy, ur]\nnavigation: [steps]"
        board["steps/index.md"] = SmallBoard.page("Steps", "kind: section\nlists: step")
        board["steps/one.md"] = step(1, "One", text: "See [two](two.md) and [a place](two.md#here).\n\n## Here\n")
        board["steps/two.md"] = step(2, "Two", text: "Back to [one](one.md).\n\n## Here\n")
        return board
    }()

    private static func step(_ number: Int, _ title: String, text: String) -> String {
        SmallBoard.page(
            title, "kind: step\nnumber: \(number)\ndo_now: [Now]\ndo_next: [Next]\nafterwards: Later.", text: text)
    }

    private static func welsh(_ more: String = "", text: String) -> String {
        """
        ---
        title: Dau
        summary: Am hyn.
        do_now: [Nawr]
        do_next: [Nesaf]
        afterwards: Wedyn.
        translated_from: "0"
        \(more)
        ---

        \(text)
        """
    }

    private static func translated(text: String = "Yn ôl i [un](one.md).\n\n## Yma\n") -> SmallBoard {
        var board = board
        board["steps/two.cy.md"] = welsh(text: text)
        return board
    }

    private static func plans(_ board: SmallBoard, _ edition: Edition = .public) async throws -> Plans {
        let builder = try await board.builder(edition)
        return Planner(board: builder.board, training: nil, theme: builder.theme, options: builder.options).plan().plans
    }

    @Test func `a language without a page has no plan`() async throws {
        #expect(try await Self.plans(Self.translated()).others.map(\.language) == ["cy"])
    }

    @Test func `originals stand in for what has not been translated`() async throws {
        let plan = try #require(try await Self.plans(Self.translated()).others.first)
        #expect(plan.pages.map(\.id.text) == ["cy/steps/two"])
        #expect(plan.children(of: ID("steps")).map(\.front.title) == ["One", "Dau"])
        #expect(plan.sequences[ID("steps/two")]?.previous == ID("steps/one"))
        #expect(plan.ancestors(of: ID("steps/two")).map(\.id.text) == ["index", "steps"])
    }

    @Test func `the plan of the site's own language knows nothing of translations`() async throws {
        let plan = try await Self.plans(Self.translated()).original
        #expect(plan.pages(of: .step).map(\.id.text) == ["steps/one", "steps/two"])
    }

    @Test func `links lead to the translation where there is one`() async throws {
        var board = Self.translated()
        board["steps/one.cy.md"] = Self.welsh(text: "[Dau](two.md)")
        let site = try await board.site()
        #expect(try #require(site["cy/steps/one/index.html"]).contains("href=\"../../../cy/steps/two/\""))
        #expect(try #require(site["steps/one/index.html"]).contains("href=\"../../steps/two/\""))
    }

    @Test func `links lead to the original where there is no translation`() async throws {
        let page = try #require(try await Self.translated().site()["cy/steps/two/index.html"])
        #expect(page.contains("href=\"../../../steps/one/\""))
    }

    @Test func `a link to a place means a place of the page that it leads to`() async throws {
        let (site, faults) = await (try Self.translated(text: "[Yma](two.md#here)").builder()).build()
        #expect(site == nil)
        #expect(faults.filter { $0.severity == .error }.map(\.code) == [.brokenAnchor])
    }

    @Test func `a translation goes with its original`() async throws {
        var board = Self.translated()
        board["steps/two.md"] = SmallBoard.page("Two", "draft: true")
        board["steps/two.cy.md"] = "---\ntitle: Dau\nsummary: Am hyn.\ntranslated_from: x\ndraft: false\n---\n"
        board["steps/one.md"] = Self.step(1, "One", text: "")
        #expect(try await Self.plans(board).others.isEmpty)
    }

    @Test func `each version lists all versions, and the original for everybody else`() async throws {
        let site = try await Self.translated().site()
        let base = "https://smallford.example/board/"
        let links = [("en", "steps/two/"), ("cy", "cy/steps/two/"), ("x-default", "steps/two/")].map {
            "<link rel=\"alternate\" hreflang=\"\($0)\" href=\"\(base)\($1)\">"
        }
        for path in ["steps/two/index.html", "cy/steps/two/index.html"] {
            let page = try #require(site[path])
            for link in links { #expect(page.contains(link), "\(path) lacks \(link)") }
        }
        #expect(try #require(site["steps/one/index.html"]).contains("hreflang") == false)
        #expect(try #require(site["sitemap.xml"]).contains("hreflang=\"cy\" href=\"\(base)cy/steps/two/\"/>"))
    }

    @Test func `a language without a front page begins with the list of its pages`() async throws {
        let site = try await Self.translated().site()
        #expect(site["cy/index.html"] != nil)
        let list = try await Self.plans(Self.translated()).others.first?.start?.route
        #expect(list == Route("cy/pages/"))
    }

    @Test func `a translated front page begins its language`() async throws {
        var board = Self.translated()
        board["index.cy.md"] =
            "---\ntitle: Hafan\nsummary: S.\ndoors: [{ title: I, summary: S., to: steps/two.md }]\ntranslated_from: x\n---\n"
        let start = try await Self.plans(board).others.first?.start?.route
        #expect(start == Route("cy/"))
    }

    @Test func `an address is taken once in all languages`() async throws {
        var board = Self.translated()
        board["cy/pages.md"] = SmallBoard.page("Pages")
        let (_, faults) = await (try board.builder()).build()
        #expect(faults.contains { $0.code == .duplicateRoute })
    }

    @Test func `every language has an index of its own pages only`() async throws {
        let plan = try #require(try await Self.plans(Self.translated()).others.first)
        let index = String(decoding: await SearchIndex.build([plan])[0].bytes, as: UTF8.self)
        #expect(index.hasPrefix("signpostSearch({\"language\":\"cy\","))
        #expect(index.contains("[\"../../cy/steps/two/\",\"Dau\""))
        #expect(!index.contains("One"))
    }
}
