import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

@Suite struct DeliveryReportTests {
    @Test func `the figures of a quarter`() async throws {
        let report = try await report()
        #expect(report.sentence == "2 runs, 3 people from 2 agencies")
        let total = report.total
        #expect(total.runs == 2 && total.cancelledRuns == 1 && report.runsToCome == 0)
        #expect(total.places == 32 && total.bookings == 7 && total.attendees == 4 && total.people == 3)
        #expect(total.part == 1 && total.noShows == 1 && total.cancelled == 1 && total.lateCancelled == 1)
        #expect(total.walkIns == 1 && total.unmarked == 0)
        #expect(total.attendanceRate == 50, "3 of the 6 who were expected")
        #expect(total.minutes == 4 * 180)
    }

    @Test func `a run of the day of asking is still to come`() async throws {
        let board = try Self.board()
        let period = try day("2026-04-01")...day("2026-06-30")
        let report = DeliveryReport(board.records, await board.history(), in: period, asOf: try day("2026-06-30"))
        #expect(report.total.runs == 1 && report.runsToCome == 1)
    }

    @Test func `agencies share people, bookings and runs, and places belong to none of them`() async throws {
        let rows = try await report().rows
        #expect(rows.map(\.id) == ["police", "health"])
        #expect(rows.map(\.figures.runs) == [2, 1])
        #expect(rows.map(\.figures.attendees) == [3, 1])
        #expect(rows.map(\.figures.people) == [2, 1])
        #expect(rows.allSatisfy { $0.figures.places == nil })
    }

    @Test func `who moved counts where they worked on the day of the run`() async throws {
        var board = try Self.board()
        board.moves = [Move(person: ID("p-0"), from: ID("health"), until: try day("2026-04-30"))]
        let rows = try await report(board).rows
        #expect(rows.map(\.figures.attendees) == [2, 2])
    }

    @Test func `by course and by level a run's places belong to it`() async throws {
        let courses = try await report(by: .course).rows
        #expect(courses.map(\.id) == ["aware", "assess"])
        #expect(courses.map(\.figures.places) == [20, 12])
        #expect(courses.map(\.figures.cancelledRuns) == [1, 0])
        #expect(try await report(by: .level).rows.map(\.id) == ["basic", "practice"])
    }

    @Test func `people without a kind of site are counted, and come last`() async throws {
        let rows = try await report(by: .siteKind).rows
        #expect(rows.map(\.id) == ["school", nil])
        #expect(rows.map(\.figures.attendees) == [1, 3])
    }

    @Test func `records of one person are one person`() async throws {
        var board = try Self.board()
        board.people[1].sameAs = ID("p-0")
        #expect(try await report(board).total.people == 2)
    }

    @Test func `two records of one person in one run are one place, and the better mark counts`() async throws {
        var board = try Self.board()
        board.people[2].sameAs = ID("p-0")
        board.people[3].sameAs = ID("p-4")
        let total = try await report(board).total
        #expect(total.attendees == 4 && total.part == 0 && total.noShows == 0)
        #expect(total.bookings == 4)
    }

    @Test func `nothing in a period is said, not divided by`() async throws {
        let board = try Self.board()
        let period = try day("2020-01-01")...day("2020-03-31")
        let report = DeliveryReport(board.records, await board.history(), in: period, asOf: try day("2026-12-01"))
        #expect(report.sentence == "0 runs, nobody trained")
        #expect(report.total.attendanceRate == nil && report.rows.isEmpty)
    }

    @Test(arguments: [(1, 3, 33), (1, 2, 50), (2, 3, 67), (1, 200, 1), (1, 201, 0)])
    func `percentages are rounded half up`(part: Int, whole: Int, percent: Int) {
        #expect(DeliveryReport.Figures.percent(part, of: whole) == percent)
    }

    /// Five people: 0 to 2 with the police, 3 and 4 in health; 0 and 3 in a school.
    private static func board() throws -> TrainingBoard {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addCourse("assess", "practice")
        board.addGroup("staff")
        board.addAgency("police")
        board.addAgency("health")
        for number in 0..<5 {
            board.addPerson(
                "p-\(number)", agency: number < 3 ? "police" : "health", site: number % 3 == 0 ? "school" : nil)
        }
        try board.addRun(
            "aware", on: "2026-04-01",
            ["p-0": .attended, "p-1": .walkIn, "p-2": .part, "p-3": .noShow, "p-4": .attended])
        try board.addRun(
            "assess", on: "2026-06-30", places: 12,
            ["p-0": .cancelled, "p-1": .attended, "p-2": .lateCancelled])
        try board.addRun("aware", on: "2026-05-01", status: .cancelled, ["p-0": .cancelled])
        try board.addRun("aware", on: "2026-07-01", ["p-0": .attended])
        try board.addRun("aware", on: "2026-03-31", ["p-0": .attended])
        return board
    }

    private func report(
        _ board: TrainingBoard? = nil, by grouping: DeliveryReport.Grouping = .agency
    ) async throws -> DeliveryReport {
        let board = try board ?? Self.board()
        let period = try day("2026-04-01")...day("2026-06-30")
        return DeliveryReport(
            board.records, await board.history(), in: period, by: grouping, asOf: try day("2026-07-05"))
    }
}
