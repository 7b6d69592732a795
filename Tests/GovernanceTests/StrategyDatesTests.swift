import CivilTime
import Diagnostics
import Testing

@testable import Governance

/// What a strategy says of itself, beside its title, its period and what it cites; and the days of a plan.
struct StrategyDatesTests {
    private static let sources = """
        - { id: old, title: Strategy of 2012, publisher: Tinyton, year: 2012 }
        - { id: guide, title: Guide, publisher: Tinyton, year: 2017 }
        """

    private func review(
        title: String = "Our strategy", period: String = "2015-04-01, to: 2018-03-31", adopted: String = "2015-03-01",
        updated: String = "2015-05-01", more: String = ""
    ) async throws -> [String] {
        let page = """
            ---
            title: \(title)
            summary: What we set out to do.
            audience: [everyone]
            kind: strategy
            owner: Policy officer
            review_by: 2027-06-01
            period: { from: \(period) }
            document: { version: "1", status: adopted, agreed_by: Board, adopted: \(adopted), endorsed: Board, updated: \(updated) }
            pledge: [We act.]
            \(more)
            ---
            Text.
            """
        return try await faults(["strategy.md": page, "data/sources.yaml": Self.sources], .incompleteDocument)
    }

    private func faults(_ files: [String: String], _ code: DiagnosticCode) async throws -> [String] {
        let today = try #require(CivilDate(iso: "2016-06-01"))
        return BoardReview(try await TinyBoard.board(files), today: today).faults().filter { $0.code == code }
            .map(\.message)
    }

    @Test(arguments: [
        ("Strategy 2015–2018", true), ("Strategy 2015-18", true), ("Strategy of 2016", true), ("Our strategy", true),
        ("Strategy 2015–2019", false), ("Strategy 2012 to 2015", false), ("Strategy 2014", false),
        ("Strategy since 2014", true),
    ])
    func `the years of a title are those of the period`(_ title: String, _ fits: Bool) async throws {
        let found = try await review(title: title)
        #expect(found.isEmpty == fits, "\(found)")
        #expect(found.allSatisfy { $0.contains("its title says 20") && $0.contains("2015-04-01 to 2018-03-31") })
    }

    @Test func `a strategy was not adopted after its end`() async throws {
        #expect(
            try await review(adopted: "2018-04-01", updated: "2018-04-01").contains {
                $0.hasSuffix("it was adopted on 2018-04-01, and its period ended on 2018-03-31")
            })
    }

    @Test func `the strategy before it is no younger`() async throws {
        #expect(try await review(more: "predecessor: old").isEmpty)
        let young = "the strategy before it, \"Guide\", is of 2017, and its period begins in 2015"
        #expect(try await review(more: "predecessor: guide").map { $0.hasSuffix(young) } == [true])
    }

    @Test func `it cites nothing that was not there when it was last changed`() async throws {
        let late = "it was last updated on 2015-05-01, and cites \"Guide\" of 2017"
        #expect(try await review(more: "sources: [old, guide]").map { $0.hasSuffix(late) } == [true])
        #expect(try await review(updated: "2016-06-01", more: "sources: [old]").isEmpty)
    }

    private func plan(title: String = "Plan 2015/16", due: String, history: String = "") -> [String: String] {
        [
            "data/agencies.yaml": "- { id: board, name: Board, kind: council }",
            "data/action-plan.yaml": """
            title: \(title)
            as_at: 2016-03-31
            strands:
              - id: one
                title: One
                aim: Less harm.
                outcomes:
                  - id: safe
                    title: Children are safe
                    actions:
                      - { id: a, what: Act, how: Soon, owner: board, due: \(due), rating: amber, note: Late.\(history) }
            """,
        ]
    }

    @Test func `no action is due after the years of its plan, and no earlier rating is of a later day`() async throws {
        #expect(try await faults(plan(due: "2016-12-31"), .actionPlan).isEmpty)
        #expect(try await faults(plan(title: "Plan 2016", due: "2017-03-31"), .actionPlan).isEmpty)
        #expect(
            try await faults(plan(due: "2017-01-01"), .actionPlan) == [
                "the action \"Act\" is due on 2017-01-01, and the plan is that of 2015 to 2016"
            ])
        let history = ", history: [{ as_at: 2016-03-31, rating: red }, { as_at: 2015-12-31, rating: red }]"
        #expect(
            try await faults(plan(due: "2016-12-31", history: history), .actionPlan) == [
                "the action \"Act\" was rated earlier on 2016-03-31, and the plan shows how it stood on 2016-03-31"
            ])
    }
}
