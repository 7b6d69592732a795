import CivilTime
import Content
import Diagnostics
import Testing

@testable import Governance

struct AccessibilityTests {
    private func statement(_ keys: [String]) -> String {
        ([
            "---", "title: Statement", "summary: A statement.", "audience: [everyone]", "owner: Policy officer",
            "review_by: 2027-06-01", "kind: accessibility", "able: [use a keyboard]", "contact: police",
            "reply: Soon.", "tested: By hand.",
        ] + keys + ["---", "Text.", ""]).joined(separator: "\n")
    }

    private let issue =
        "issues: [{ id: film, what: No sound., because: non-compliance, criteria: [1.2.5], why: Old., fixed_by: 2027-01-31 }]"

    private func stale(_ keys: [String], on day: String) async throws -> [String] {
        let board = try await TinyBoard.board(["a.md": statement(keys)])
        let today = try #require(CivilDate(iso: day))
        return BoardReview(board, today: today).faults().filter { $0.code == .staleAccessibility }.map(\.message)
    }

    @Test(arguments: [("2026-09-14", 0), ("2026-09-15", 1)])
    func `a statement lasts for a year`(_ day: String, _ count: Int) async throws {
        let keys = ["compliance: partial", issue, "prepared: 2025-09-14"]
        #expect(try await stale(keys, on: day).count == count)
        #expect(try await stale(keys + ["reviewed: 2026-09-01"], on: day).isEmpty)
    }

    @Test(arguments: [("2027-01-31", 0), ("2027-02-01", 1)])
    func `a day by which something was to be put right is reported once it has passed`(
        _ day: String, _ count: Int
    ) async throws {
        let found = try await stale(["compliance: partial", issue, "prepared: 2026-11-01"], on: day)
        #expect(found.count == count)
    }

    @Test func `an audit that is still to come is no audit`() async throws {
        let found = try await stale(
            ["compliance: full", "audited: 2026-12-01", "prepared: 2026-11-01"], on: "2026-11-21")
        #expect(found == ["`audited` says 2026-12-01, which is to come"])
    }
}
