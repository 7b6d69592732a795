import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

@Suite struct ComplianceTests {
    @Test func `staff are counted by where they stand, and the others by the headcount`() async throws {
        let compliance = try await compliance(headcount: [("staff", nil, 10)])
        #expect(compliance.total == .init(current: 1, due: 1, overdue: 1, never: 1, headcount: 10))
        #expect(compliance.total.notOnRecord == 6)
        #expect(compliance.total.percentTrained == 20)
    }

    @Test func `without a headcount the share is not known, and neither is who is missing`() async throws {
        let counts = try await compliance(headcount: nil).total
        #expect(counts.onRecord == 4)
        #expect(counts.headcount == nil && counts.notOnRecord == nil && counts.percentTrained == nil)
    }

    @Test func `a headcount smaller than the records is no ground for a share`() async throws {
        let counts = try await compliance(headcount: [("staff", nil, 3)]).total
        #expect(counts.headcount == 3 && counts.notOnRecord == nil && counts.percentTrained == nil)
    }

    @Test func `a headcount that leaves out a group on record does not tell how many there are`() async throws {
        let counts = try await compliance(headcount: [("leads", nil, 3)]).total
        #expect(counts.headcount == nil)
    }

    @Test func `one silent agency leaves the whole unknown, and others known`() async throws {
        let compliance = try await compliance(headcount: [("staff", nil, 10)], silent: "health")
        #expect(compliance.total.headcount == nil)
        #expect(compliance.agencies.map(\.counts.headcount) == [10, nil])
        #expect(compliance.roleGroups.map(\.counts.headcount) == [nil, nil])
    }

    @Test func `by kind of site a number for all kinds does not count`() async throws {
        let whole = try await compliance(headcount: [("staff", nil, 10)])
        #expect(whole.siteKinds.map(\.counts.headcount) == [nil, nil])
        #expect(whole.siteKinds.map(\.counts.onRecord) == [2, 0] && whole.withoutSiteKind.onRecord == 2)
        let parts = try await compliance(headcount: [("staff", "school", 6), ("staff", "home", 3)])
        #expect(parts.siteKinds.map(\.counts.headcount) == [6, 3])
        #expect(parts.total.headcount == 9)
    }

    @Test func `leavers, merged records and the erased are nobody's staff`() async throws {
        var board = try Self.board(headcount: nil)
        board.people[0].left = try day("2026-05-31")
        board.people[1].sameAs = ID("p-0")
        board.people.append(
            Person(
                id: ID("erased-1"), name: Person.erasedName, email: nil, agency: ID("police"), roleGroup: ID("staff"),
                siteKind: nil))
        let history = await board.history()
        let after = await Compliance(board.records, history, asOf: try day("2026-06-01"))
        #expect(after.total.onRecord == 2)
        let before = await Compliance(board.records, history, asOf: try day("2026-05-31"))
        #expect(before.total.onRecord == 3, "the last day at work still counts")
    }

    @Test func `people count for the agency where they work that day`() async throws {
        var board = try Self.board(headcount: nil)
        board.addAgency("health")
        board.moves = [Move(person: ID("p-0"), from: ID("health"), until: try day("2026-03-31"))]
        let history = await board.history()
        let before = await Compliance(board.records, history, asOf: try day("2026-03-31"))
        #expect(before.agencies.map(\.counts.onRecord) == [3, 1])
        let after = await Compliance(board.records, history, asOf: try day("2026-04-01"))
        #expect(after.agencies.map(\.counts.onRecord) == [4, 0])
    }

    @Test func `levels are those that people need`() async throws {
        let levels = try await compliance(headcount: nil).levels
        #expect(levels.map(\.id.text) == TrainingBoard.levels)
        #expect(levels.map(\.counts.onRecord) == [4, 0, 0])
    }

    @Test func `an agency's groups are those with people or a number`() async throws {
        let compliance = try await compliance(headcount: [("staff", nil, 10), ("leads", nil, 2)])
        let groups = compliance.roleGroups(of: ID("police"))
        #expect(groups.map(\.id.text) == ["staff", "leads"])
        #expect(groups.last?.counts == .init(headcount: 2))
        #expect(compliance.roleGroups(of: ID("nowhere")).isEmpty)
    }

    @Test func `the trend is of the ends of quarters that are over`() async throws {
        let board = try Self.board(headcount: [("staff", nil, 10)])
        let history = await board.history()
        let trend = await Compliance.trend(board.records, history, before: try day("2026-06-30"), quarters: 2)
        #expect(trend.map(\.quarter.last.description) == ["2025-12-31", "2026-03-31"])
        #expect(trend.map(\.counts.overdue) == [0, 1])
        #expect(trend.allSatisfy { $0.counts.headcount == nil })
    }

    /// On 1 June 2026 one of each: current, due, overdue, never.
    private static func board(headcount: [(String, String?, Int)]?) throws -> TrainingBoard {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addGroup("staff")
        board.addGroup("leads")
        let asAt = try day("2026-04-01")
        board.addAgency(
            "police",
            headcount: headcount.map { rows in
                Headcount(
                    asAt: asAt,
                    staff: rows.map { .init(roleGroup: ID($0.0), siteKind: $0.1.map { ID($0) }, people: $0.2) })
            })
        for number in 0..<4 { board.addPerson("p-\(number)", site: number < 2 ? "school" : nil) }
        try board.addRun("aware", on: "2026-05-01", ["p-0": .attended])
        try board.addRun("aware", on: "2025-07-01", ["p-1": .attended])
        try board.addRun("aware", on: "2025-01-31", ["p-2": .attended])
        return board
    }

    private func compliance(headcount: [(String, String?, Int)]?, silent: String? = nil) async throws -> Compliance {
        var board = try Self.board(headcount: headcount)
        if let silent { board.addAgency(silent) }
        return await Compliance(board.records, board.history(), asOf: try day("2026-06-01"))
    }
}
