import Content
import Testing

@testable import Site

struct DownloadTests {
    private static func board(what: String = "Write it.") -> SmallBoard {
        var board = SmallBoard()
        board["plan.md"] = SmallBoard.page("Plan", "kind: action-plan")
        board["data/action-plan.yaml"] = """
            title: Plan 2026
            as_at: 2026-11-01
            strands:
              - id: prevent
                title: Prevent
                aim: Fewer.
                outcomes:
                  - id: a
                    title: Known
                    actions:
                      - { id: a1, what: "\(what)", how: By hand., owner: council, due: 2026-12-31, rating: amber }
            """
        return board
    }

    @Test func `the action plan is there for spreadsheets, and its page leads to it`() async throws {
        let site = try await Self.board().site()
        #expect(
            site["action-plan.csv"]?.contains(
                "Prevent,Known,a1,Write it.,By hand.,Council,2026-12-31,amber,2026-11-01,,,\r\n") == true)
        #expect(site["action-plan.json"]?.contains("\"rating\": \"amber\"") == true)
    }

    @Test(arguments: ["=HYPERLINK(1)", "+1", "@x", "-1"])
    func `no spreadsheet takes an action for a formula`(_ what: String) async throws {
        let file = try #require(try await Self.board(what: what).site()["action-plan.csv"])
        #expect(file.contains(",'\(what),"))
    }

    @Test func `an edition without the page has no download`() async throws {
        var board = Self.board()
        board["plan.md"] = SmallBoard.page("Plan", "kind: action-plan\ndraft: true")
        let site = try await board.site()
        #expect(site["action-plan.csv"] == nil && site["action-plan.json"] == nil)
    }

    @Test func `training figures are there as pages show them, hidden where those are hidden`() async throws {
        var board = SmallBoard()
        board["course.md"] = SmallBoard.course("basics")
        board.addRun("r1", "basics", on: "2026-01-10")
        board.records["people.yaml"] =
            "- { id: p1, name: Ann Other, agency: council, role_group: staff, site_kind: school, email: ann@mail.example }\n"
        board.records["runs/r1.yaml"]? += "\nattendance:\n- { person: p1, status: attended }\n"
        let file = try #require(try await board.site()["training.csv"])
        #expect(file == "\u{FEFF}From,To,Course,Runs,People,Agencies\r\n,2026-11-20,Course basics,1,c,c\r\n")
    }
}
