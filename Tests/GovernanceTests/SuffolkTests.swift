import CivilTime
import Content
import Diagnostics
import Schemas
import Testing

@testable import Governance

/// The strategy that Suffolk's board adopted in February 2013, entered as facts: its document control, its key
/// documents with their years, its action points, its bibliography.
///
/// It names no day until which it holds; the end of 2015 is put in its place. Its words are not ours to print, and
/// none but three of the definition that it quotes are here.
struct SuffolkTests {
    private static let sources = """
        - { id: vawg, title: Violence against women and girls and men, publisher: Suffolk, year: 2011 }
        - { id: prostitution, title: Sexual exploitation and prostitution strategy, publisher: Suffolk, year: 2007 }
        - { id: dcsf-2009, title: Statutory guidance of 2009, publisher: DCSF, year: 2009 }
        - { id: jago, title: Gathering evidence, publisher: University of Bedfordshire, year: 2008 }
        """

    private static func strategy(status: String, updated: String, endorsed: String?) -> String {
        """
        ---
        title: Strategy of 2013
        summary: What the board set out to do.
        audience: [everyone]
        kind: strategy
        owner: Board manager
        review_by: 2014-02-01
        period: { from: 2013-02-26, to: 2015-12-31 }
        document:
          version: "0.2"
          status: \(status)
          agreed_by: Missing Children and CSE Group
          adopted: 2013-02-26
          \(endorsed.map { "endorsed: \($0)" } ?? "updated: \(updated)")
          \(endorsed == nil ? "" : "updated: \(updated)")
        pledge: [A co-ordinated response]
        sources: [vawg, prostitution, dcsf-2009, jago]
        ---
        Four action points.
        """
    }

    private static let plan = """
        title: Action points
        as_at: 2013-02-26
        strands:
          - id: strategic
            title: Developing a strategic response
            aim: A group that leads, a review, and links with neighbours.
            outcomes:
              - id: group
                title: A sub-group leads
                actions:
                  - { id: a1, what: Set up the sub-group, how: Several agencies, owner: board, due: 2013-06-30, rating: amber }
          - id: prosecutions
            title: Securing prosecutions
            aim: Evidence reaches the police.
            outcomes:
              - { id: evidence, title: Agencies share what they know }
        """

    private func review(_ files: [String: String], on day: String) async throws -> [String] {
        let base = [
            "data/sources.yaml": Self.sources, "data/agencies.yaml": "- { id: board, name: Board, kind: council }",
            "index.md": """
            ---
            title: Suffolk
            summary: The board.
            audience: [everyone]
            kind: home
            owner: Board manager
            review_by: 2014-02-01
            doors: [{ title: Home, summary: Home., to: index.md }]
            ---
            Welcome.
            """,
            "data/contacts.yaml": """
            - { id: police, name: Police, kind: emergency, summary: Now., phone: "999", verified_on: 2013-02-01 }
            """,
        ]
        let board = try await TinyBoard.board(base.merging(files) { $1 })
        let today = try #require(CivilDate(iso: day))
        return BoardReview(board, today: today).faults().map { "\($0.code.id) \($0.message)" }
    }

    /// Its first page says "final draft" and "adopted" at once, and "updated" has no date: the day of its adoption is put
    /// in its place.
    @Test func `a final draft that was adopted is named`() async throws {
        let faults = try await review(
            ["strategy.md": Self.strategy(status: "draft", updated: "2013-02-26", endorsed: nil)], on: "2013-03-01")
        #expect(
            faults == ["SP269 document control of \"Strategy of 2013\": its status is `draft`, and it is published"])
    }

    @Test func `a blank update stops the build`() async throws {
        let text = Self.strategy(status: "adopted", updated: "", endorsed: "Board, March 2013")
        let sources = ["strategy.md": text].map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (_, faults) = await ContentReader(root: "", components: nil).read(
            sources + [SourceFile(path: "signpost.yaml", bytes: [])]
        ).checked()
        #expect(faults.contains { $0.code == .emptyValue && $0.location?.path == "strategy.md" }, "\(faults)")
    }

    @Test func `as it was endorsed in March 2013 there is nothing to say of its control`() async throws {
        let text = Self.strategy(status: "adopted", updated: "2013-02-26", endorsed: "Board, March 2013")
        #expect(try await review(["strategy.md": text], on: "2013-03-31") == [])
    }

    @Test func `an action point that nothing leads to is named, and a late one after its day`() async throws {
        let files = [
            "strategy.md": Self.strategy(status: "adopted", updated: "2013-02-26", endorsed: "Board, March 2013"),
            "data/action-plan.yaml": Self.plan,
        ]
        let none = "SP290 no action leads to the outcome \"Agencies share what they know\""
        #expect(try await review(files, on: "2013-03-31") == [none])
        let late = try await review(files, on: "2013-07-01")
        #expect(
            late == [
                "SP290 the action \"Set up the sub-group\" was due on 2013-06-30, and nothing says why it is late",
                none,
            ])
    }

    @Test func `a strategy that ran out says so ever after`() async throws {
        let text = Self.strategy(status: "adopted", updated: "2013-02-26", endorsed: "Board, March 2013")
        let faults = try await review(["strategy.md": text], on: "2026-11-21")
        #expect(faults.contains("SP269 the period of \"Strategy of 2013\" ended on 2015-12-31"))
    }
}
