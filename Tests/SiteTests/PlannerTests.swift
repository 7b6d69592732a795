import Content
import Diagnostics
import Disclosure
import Schemas
import Testing

@testable import Site

@Suite struct PlannerTests {
    private func shown(_ front: String, on day: String, drafts: Bool = false) async throws -> Bool {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("A", front)
        return try await board.plan(on: day, drafts: drafts).plan[ID("a")] != nil
    }

    @Test(arguments: [("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", true)])
    func `a page appears on its day`(_ day: String, _ isShown: Bool) async throws {
        #expect(try await shown("publish_on: 2026-11-21", on: day) == isShown)
    }

    @Test(arguments: [("2026-11-20", true), ("2026-11-21", false), ("2026-11-22", false)])
    func `a page is gone on the day on which it expires`(_ day: String, _ isShown: Bool) async throws {
        #expect(try await shown("expires_on: 2026-11-21", on: day) == isShown)
    }

    @Test func `a draft is shown where drafts are asked for, once its day has come`() async throws {
        #expect(try await !shown("draft: true", on: "2026-11-21"))
        #expect(try await shown("draft: true", on: "2026-11-21", drafts: true))
        #expect(try await !shown("draft: true\npublish_on: 2026-11-22", on: "2026-11-21", drafts: true))
    }

    @Test func `pages are in the order of their routes, whatever the order of their files`() async throws {
        var board = SmallBoard()
        for path in ["b.md", "a/index.md", "a/z.md", "a-b.md"] { board[path] = SmallBoard.page(path) }
        let plan = try await board.plan().plan
        #expect(plan.pages.map { Route($0.id).path } == ["", "a-b/", "a/", "a/z/", "b/"])
    }

    @Test func `there is a page for each audience that has pages, and an index`() async throws {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("A", audience: "parents, schools")
        let plan = try await board.plan().plan
        #expect(plan.made.map(\.route.path) == ["for/everyone/", "for/parents/", "for/schools/", "pages/"])
    }

    @Test func `redirects of pages that are not shown are not made`() async throws {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("A", "aliases: [/old/]")
        board["b.md"] = SmallBoard.page("B", "aliases: [/older/]\ndraft: true")
        #expect(try await board.plan().plan.redirects.map(\.from.path) == ["old/"])
    }

    @Test func `the folders above a page are its ancestors, without those that have no page`() async throws {
        var board = SmallBoard()
        for path in ["a/index.md", "a/b/c.md"] { board[path] = SmallBoard.page(path) }
        let plan = try await board.plan().plan
        #expect(plan.ancestors(of: ID("a/b/c")).map(\.id.text) == ["index", "a"])
        #expect(plan.ancestors(of: .home).isEmpty)
    }

    @Test func `two pages that differ in capitals only are refused`() async throws {
        var board = SmallBoard()
        board["a.md"] = SmallBoard.page("A")
        board["b.md"] = SmallBoard.page("B", "aliases: [/A/]")
        #expect(try await board.plan().diagnostics.map(\.code) == [.duplicateRoute])
    }
}

/// A page for trainers leaves no trace in the editions that are published.
@Suite struct ReadershipTests {
    private static var board: SmallBoard {
        var board = SmallBoard()
        board["signpost.yaml"]? += "\nrecords: records"
        board["training/index.md"] = SmallBoard.page("Training", audience: "professionals", "kind: section")
        board["training/secret.md"] = SmallBoard.page("Xylophone", audience: "trainers", "aliases: [/xylo/]")
        board["training/course.md"] = SmallBoard.course("open")
        board["training/hush.md"] = SmallBoard.course("xyl", audience: "trainers")
        board["training/calendar.md"] = SmallBoard.page("Calendar", "kind: calendar")
        board["data/resources.yaml"] = """
            - { id: xyl, title: Xylem, summary: S., publisher: P, audience: [trainers], format: book, file: xy.txt }
            """
        board["files/xy.txt"] = "xylophone"
        board["training/resources.md"] = SmallBoard.page("Resources", "kind: directory\nof: resources")
        board.addRun("2027-01-12-open", "open", on: "2027-01-12")
        board.addRun("2027-01-13-xyl", "xyl", on: "2027-01-13")
        return board
    }

    @Test(arguments: [Edition.public, .school])
    func `no file holds its title, its address or what belongs to it`(_ edition: Edition) async throws {
        let site = try await Self.board.site(edition)
        #expect(site["training/course/index.html"] != nil)
        for (path, text) in site {
            #expect(!(path + text).lowercased().contains("xyl"), "\(path)")
        }
    }

    @Test func `the plan has neither the page nor its course, runs, resources and audience`() async throws {
        let plan = try await Self.board.plan().plan
        #expect(plan[ID("training/secret")] == nil && plan.pages(for: .trainers).isEmpty)
        #expect(
            plan.children(of: ID("training")).map(\.id.text) == [
                "training/calendar", "training/course", "training/resources",
            ])
        #expect(plan.runs.map(\.id) == ["2027-01-12-open"] && plan.resources.items.isEmpty)
        #expect(!plan.made.map(\.route.path).contains("for/trainers/"))
    }

    @Test func `the trainers' edition has all of it`() async throws {
        let site = try await Self.board.site(.trainer)
        #expect(site["training/secret/index.html"] != nil && site["xylo/index.html"] != nil)
        #expect(site["for/trainers/index.html"] != nil && site["files/xy.txt"] == "xylophone")
        #expect(site["training/calendar/calendar.ics"]?.contains("UID:2027-01-13-xyl@") == true)
    }

    @Test func `a public page that promises it is refused`() async throws {
        var board = Self.board
        board["guide.md"] = SmallBoard.page(
            "Guide", "kind: professional\nroles: [All]\nchecklist: [Do]\nresources: [xyl]")
        #expect(try await board.plan().diagnostics.map(\.code) == [.notInEdition])
        #expect(try await board.plan(.trainer).diagnostics.isEmpty)
    }
}
