import Content
import Diagnostics
import Schemas
import Testing

@testable import Site

struct EasyReadTests {
    private static let board: SmallBoard = {
        var board = SmallBoard()
        board["signpost.yaml"]? += "\nlanguages: [cy]"
        board["help.md"] = SmallBoard.page("Help")
        board["help.cy.md"] = "---\ntitle: Help\nsummary: S.\ntranslated_from: x\n---\n"
        board["help-easy-read.md"] = SmallBoard.page("Easy help", "kind: easy-read\nof: help.md")
        return board
    }()

    @Test func `a page and its Easy Read version lead to each other, in every language`() async throws {
        let builder = try await Self.board.builder()
        let plans = Planner(board: builder.board, training: nil, theme: builder.theme, options: builder.options)
            .plan().plans
        for plan in plans.all {
            let fragments = SiteFragments(plans, plan, Assets(builder.theme, searching: []), [:])
            #expect(fragments.easyRead[ID("help")]?.id == ID("help-easy-read"))
        }
    }

    @Test func `an Easy Read version of a page that the edition does not have is an error`() async throws {
        var board = Self.board
        board["help.cy.md"] = nil
        board["help.md"] = SmallBoard.page("Help", "draft: true")
        #expect(try await board.plan().diagnostics.map(\.code) == [.notInEdition])
    }
}
