import CivilTime
import Content
import Diagnostics
import Testing

@testable import Governance

struct SuccessionTests {
    private func page(_ keys: String...) -> String {
        "---\ntitle: Page\nsummary: A page.\naudience: [everyone]\nowner: Policy officer\nreview_by: 2027-06-01\n"
            + keys.map { $0 + "\n" }.joined() + "---\nText.\n"
    }

    private func faults(_ old: String, _ new: String) async throws -> [Diagnostic] {
        let board = try await TinyBoard.board(["old.md": old, "new.md": new])
        let today = try #require(CivilDate(iso: "2026-11-21"))
        return BoardReview(board, today: today).faults().filter { [.brokenSuccession, .validityGap].contains($0.code) }
    }

    @Test func `a page and its successor that know each other and follow each other are right`() async throws {
        let old = page("replaced_by: new.md", "valid: { from: 2023-04-01, to: 2026-03-31 }")
        let new = page("replaces: old.md", "valid: { from: 2026-04-01, to: 2029-03-31 }")
        #expect(try await faults(old, new).isEmpty)
    }

    @Test func `a page without days may replace one with days`() async throws {
        let old = page("replaced_by: new.md", "valid: { from: 2023-04-01, to: 2026-03-31 }")
        #expect(try await faults(old, page("replaces: old.md")).isEmpty)
    }

    @Test(arguments: [true, false])
    func `each of the two must know the other`(_ oldKnows: Bool) async throws {
        let found = try await faults(
            oldKnows ? page("replaced_by: new.md") : page(), oldKnows ? page() : page("replaces: old.md"))
        #expect(found.map(\.code) == [.brokenSuccession])
        #expect(found.first?.location?.path == (oldKnows ? "old.md" : "new.md"))
        #expect(found.first?.location?.start.line == 7)
    }

    @Test(arguments: [("2026-03-31", "both hold"), ("2026-04-02", "neither holds")])
    func `days that overlap or leave a gap are told`(_ start: String, _ words: String) async throws {
        let old = page("replaced_by: new.md", "valid: { from: 2023-04-01, to: 2026-03-31 }")
        let new = page("replaces: old.md", "valid: { from: \(start), to: 2029-03-31 }")
        let found = try await faults(old, new)
        #expect(found.map(\.code) == [.validityGap])
        #expect(found.first?.message.contains(words) == true)
    }

    @Test(arguments: [("superseded", false), ("adopted", true)])
    func `a strategy's status says whether it was replaced`(_ status: String, _ isReplaced: Bool) async throws {
        let old = page(
            "kind: strategy", "period: { from: 2023-04-01, to: 2026-03-31 }", "pledge: [We act.]",
            "document: { version: \"1\", status: \(status), agreed_by: B, adopted: 2023-03-01, endorsed: E, updated: 2023-03-01 }",
            isReplaced ? "replaced_by: new.md" : "order: 1")
        let found = try await faults(old, isReplaced ? page("replaces: old.md") : page())
        #expect(found.map(\.code) == [.brokenSuccession])
    }

    @Test func `what was replaced needs no review`() async throws {
        let board = try await TinyBoard.board([
            "old.md": page("replaced_by: new.md"), "new.md": page("replaces: old.md"),
        ])
        let today = try #require(CivilDate(iso: "2026-11-21"))
        let ids = ReviewCalendar(board, today: today).items.map(\.id)
        #expect(ids.contains("new") && !ids.contains("old"))
    }
}
