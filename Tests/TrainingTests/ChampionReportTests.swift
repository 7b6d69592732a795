import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

@Suite struct ChampionReportTests {
    @Test func `a champion who has everything lacks nothing`() async throws {
        #expect(try await concerns { _ in }.isEmpty)
    }

    @Test(arguments: [
        (ChampionReport.Concern.noWorkshop, "2025-05-31"), (nil, "2025-06-01"), (nil, "2026-06-01"),
        (.noWorkshop, "2026-06-02"),
    ])
    func `a workshop counts for twelve months, and not before it was`(
        concern: ChampionReport.Concern?, day text: String
    ) async throws {
        let day = try day(text)
        #expect(try await concerns { $0.workshops = [day] } == [concern].compactMap(\.self))
    }

    @Test func `what a champion lacks is said, the most pressing first`() async throws {
        let bare = try await concerns { champion in
            champion = Champion(
                person: champion.person, agency: champion.agency, siteKind: champion.siteKind, since: champion.since,
                trained: nil, induction: nil, days: 0, consent: nil)
        }
        #expect(bare == [.notTrained, .noInduction, .noManager, .noWorkshop, .tooFewDays])
    }

    @Test func `courses of the board's choice count as induction and workshop`() async throws {
        var board = try Self.board()
        board.framework.inductionCourse = ID("induction")
        board.framework.workshopCourse = ID("workshop")
        board.addCourse("induction")
        board.addCourse("workshop")
        board.champions[0].workshops = []
        try board.addRun("workshop", on: "2026-02-01", ["p-0": .attended])
        let report = ChampionReport(board.records, await board.history(), asOf: try day("2026-06-01"))
        #expect(report.champions.first?.workshop == (try day("2026-02-01")))
        #expect(report.champions.first?.concerns == [])
    }

    @Test func `who is a champion no longer, or not yet, is not counted`() async throws {
        var board = try Self.board()
        board.champions[0].until = try day("2026-05-31")
        let history = await board.history()
        #expect(ChampionReport(board.records, history, asOf: try day("2026-06-01")).coverage.total.champions == 0)
        #expect(ChampionReport(board.records, history, asOf: try day("2026-05-31")).coverage.total.champions == 1)
    }

    private static func board() throws -> TrainingBoard {
        var board = TrainingBoard()
        board.addGroup("staff")
        board.addAgency("police")
        board.addPerson("p-0")
        board.champions = [
            Champion(
                person: ID("p-0"), agency: ID("police"), siteKind: ID("school"), since: try day("2025-01-01"),
                trained: try day("2025-02-01"), induction: try day("2025-02-02"), days: 6, consent: nil,
                workshops: [try day("2026-01-10")], manager: "boss@x.example")
        ]
        return board
    }

    private func concerns(_ change: (inout Champion) throws -> Void) async throws -> [ChampionReport.Concern] {
        var board = try Self.board()
        try change(&board.champions[0])
        let report = ChampionReport(board.records, await board.history(), asOf: try day("2026-06-01"))
        return try #require(report.champions.first).concerns
    }
}
