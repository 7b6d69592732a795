import CivilTime
import Content
import Integrity
import Schemas
import Testing

@testable import Site

/// A school's copy is the board's site, with what is said of the school and without what it does not take.
struct SchoolCopiesTests {
    private static func board(_ school: String) -> SmallBoard {
        var board = SmallBoard()
        board["data/schools.yaml"] = "- { id: hill, name: Hill School, phase: primary, \(school) }"
        board["parents.md"] = SmallBoard.page("Parents", audience: "parents")
        board["firms.md"] = SmallBoard.page("Firms", audience: "businesses")
        board["links.md"] = SmallBoard.page("Links", text: "[firms](firms.md) and [parents](parents.md)")
        return board
    }

    private func copy(_ board: SmallBoard, on day: String = "2026-11-21") async throws -> [String: String] {
        let builder = try await board.builder(.school, on: day)
        let copies = SchoolCopies(
            board: builder.board, training: builder.training, theme: builder.theme, options: builder.options)
        let (groups, faults) = await copies.groups(of: builder.board.schools.items)
        let group = try #require(groups.first, "\(faults)")
        let copy = group.copy(for: try #require(group.schools.first))
        return Dictionary(uniqueKeysWithValues: copy.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private static let named = "lead: { name: Ada Hill, phone: 01632 960 201 }, names_agreed: 2026-09-01"

    @Test func `the lead stands on every page, by name from the day on which the school agreed`() async throws {
        let pages = try await copy(Self.board(Self.named)).filter { $0.key.hasSuffix(".html") }
        #expect(pages.count > 4)
        for (path, page) in pages { #expect(page.contains("Hill School: Ada Hill 01632 960 201"), "\(path)") }
        for (path, page) in try await copy(Self.board(Self.named), on: "2026-08-31") where path.hasSuffix(".html") {
            #expect(page.contains("Hill School: 01632 960 201") && !page.contains("Ada"), "\(path)")
        }
    }

    @Test func `pages for others stay out, and links to them lead to the public site`() async throws {
        let files = try await copy(Self.board("audience: [parents], lead: { phone: 01632 960 201 }"))
        #expect(files["parents/index.html"] != nil && files["firms/index.html"] == nil)
        let links = try #require(files["links/index.html"])
        #expect(links.contains("href=\"https://smallford.example/board/firms/\""))
        #expect(links.contains("href=\"../parents/index.html\""))
        #expect(!files.keys.contains("for/businesses/index.html"))
    }

    @Test func `pages for other phases stay out`() async throws {
        var board = Self.board("lead: { phone: 01632 960 201 }")
        board["older.md"] = SmallBoard.page("Older", "phases: [secondary]")
        board["younger.md"] = SmallBoard.page("Younger", "phases: [primary, secondary]")
        let files = try await copy(board)
        #expect(files["older/index.html"] == nil && files["younger/index.html"] != nil)
    }

    @Test func `a school's own pages link to the board's, and stand in its copy alone`() async throws {
        var board = Self.board("lead: { phone: 01632 960 201 }")
        board["overlays/hill/our-school/index.md"] = SmallBoard.page("Ours", text: "[home](../index.md)")
        let own = try #require(try await copy(board)["our-school/index.html"])
        #expect(own.contains("href=\"../index.html\""))
        for edition in [Edition.public, .school] {
            #expect(try await board.site(edition)["our-school/index.html"] == nil)
        }
    }

    @Test func `schools that take the same pages are one group`() async throws {
        var board = SmallBoard()
        board["data/schools.yaml"] = (0..<9).map { number in
            "- { id: s\(number), name: S, phase: \(number < 6 ? "primary" : "college"), lead: { phone: 01632 960 2\(number)1 } }\n"
        }.joined()
        board["overlays/s3/our-school/index.md"] = SmallBoard.page("Ours")
        let builder = try await board.builder(.school)
        let copies = SchoolCopies(board: builder.board, training: nil, theme: builder.theme, options: builder.options)
        let (groups, _) = await copies.groups(of: builder.board.schools.items)
        #expect(
            groups.map { $0.schools.map(\.id.text) } == [["s0", "s1", "s2", "s4", "s5"], ["s3"], ["s6", "s7", "s8"]])
    }

    @Test func `what is worked out once for all schools makes the same pages as each school by itself`() async throws {
        var board = Self.board(Self.named)
        board["overlays/hill/our-school/index.md"] = SmallBoard.page("Ours", text: "[home](../index.md)")
        let builder = try await board.builder(.school)
        let copies = SchoolCopies(board: builder.board, training: nil, theme: builder.theme, options: builder.options)
        let group = try #require(await copies.groups(of: builder.board.schools.items).groups.first)
        let school = group.schools[0]
        let marks = try #require(group.marks[school.id])
        #expect(!group.sketches.isEmpty)
        #expect(group.copy(for: school).files == SchoolCopy(school, marks, group.site, shared: group.shared).files)
    }

    @Test func `the technician's guide is in every copy, and fits onto one sheet`() async throws {
        let files = try await copy(Self.board("lead: { phone: 01632 960 201 }"))
        #expect(files["technician.txt"]?.contains("1. UNPACK IT\r\n") == true)
        let lines = TechnicianGuide.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 60 && lines.allSatisfy { $0.count <= 76 })
    }

    @Test func `the page about the copy runs its own script and no other`() async throws {
        let builder = try await Self.board("lead: { phone: 01632 960 201 }").builder(.school)
        let copies = SchoolCopies(board: builder.board, training: nil, theme: builder.theme, options: builder.options)
        let group = try #require(await copies.groups(of: builder.board.schools.items).groups.first)
        let day = try #require(CivilDate(iso: "2026-11-21"))
        let page = group.copy(for: group.schools[0]).page(
            with: CopyNotes(version: "v1", made: day, reviewBy: day.adding(months: 6), publicKey: nil))
        #expect(page.path == "about-this-copy.html")
        let html = String(decoding: page.bytes, as: UTF8.self)
        #expect(html.contains("'\(CopyNotes.script.digest.integrity)'"))
    }
}
