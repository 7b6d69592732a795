import CivilTime
import Content
import Diagnostics
import Reporting
import Testing

@testable import Governance

struct ReviewCalendarTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func page(_ key: String) -> String {
        "---\ntitle: Page\nsummary: A page.\naudience: [everyone]\nowner: Policy officer\n\(key)\n---\nText.\n"
    }

    @Test func `pages, contacts and sources stand in the order in which they are due`() async throws {
        let board = try await TinyBoard.board([
            "a.md": page("review_by: 2027-01-01"),
            "data/sources.yaml": """
            - { id: s, title: Guide, publisher: P, year: 2020, url: "https://p.example/", accessed: 2025-01-01 }
            """,
        ])
        let calendar = ReviewCalendar(board, today: try day("2026-11-21"))
        #expect(
            calendar.items.map { "\($0.due) \($0.kind) \($0.id)" } == [
                "2027-01-01 page a", "2027-01-01 source s", "2027-06-01 page index", "2027-11-01 contact police",
            ])
    }

    @Test(arguments: [
        ("2027-01-01", "due soon"), ("2027-01-02", "overdue"), ("2026-12-02", "due soon"), ("2026-12-01", "later"),
    ])
    func `a review is overdue from the day after its date on`(_ today: String, _ state: String) async throws {
        let board = try await TinyBoard.board(["a.md": page("review_by: 2027-01-01")])
        let calendar = ReviewCalendar(board, today: try day(today))
        let item = try #require(calendar.items.first)
        #expect(calendar.state(of: item).rawValue == state)
    }

    @Test func `drafts and pages that have expired need no review`() async throws {
        let board = try await TinyBoard.board([
            "a.md": page("review_by: 2026-01-01\ndraft: true"),
            "b.md": page("review_by: 2026-01-01\nexpires_on: 2026-02-01"),
        ])
        #expect(ReviewCalendar(board, today: try day("2026-11-21")).items.allSatisfy { $0.id != "a" && $0.id != "b" })
    }

    @Test(arguments: ["note", "banner", "fail"])
    func `what is overdue stops a build only where the board says so`(_ policy: String) async throws {
        let board = try await TinyBoard.board([
            "a.md": page("review_by: 2026-01-01"),
            "signpost.yaml": """
            board: { name: Tiny Partnership, area: Tinyton }
            base_url: https://tiny.example/
            exit: { url: https://www.example.org/weather }
            helplines: [police]
            reviews: { overdue: \(policy) }
            """,
        ])
        let review = BoardReview(board, today: try day("2026-11-21"))
        #expect(review.stoppers().count == (policy == "fail" ? 1 : 0))
        #expect(review.faults().filter { $0.code == .overdueReview }.count == 1)
    }

    @Test func `the report counts what is overdue`() async throws {
        let board = try await TinyBoard.board(["a.md": page("review_by: 2026-01-01")])
        let report = ReviewCalendar(board, today: try day("2026-11-21")).document
        #expect(report.text(.table).contains("1 overdue, 0 due within 30 days, 3 in all."))
        #expect(report.text(.csv).contains("2026-01-01,overdue,page,Page,Policy officer,a.md"))
    }
}
