import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Training

@Suite struct TrainingStatusTests {
    @Test(arguments: [
        ("2025-03-12", "2025-03-12", "never trained"),
        ("2025-03-12", "2025-03-13", "current 2026-03-12"),
        ("2025-03-12", "2025-12-11", "current 2026-03-12"),
        ("2025-03-12", "2025-12-12", "due 2026-03-12"),
        ("2025-03-12", "2026-03-12", "due 2026-03-12"),
        ("2025-03-12", "2026-03-13", "overdue 2026-03-12"),
        ("2024-02-29", "2025-02-28", "due 2025-02-28"),
        ("2024-02-29", "2025-03-01", "overdue 2025-02-28"),
        ("2023-02-28", "2024-02-29", "overdue 2024-02-28"),
        ("2025-08-31", "2026-08-31", "due 2026-08-31"),
    ])
    func `training of twelve months holds up to the day of its date a year on`(
        taken: String, asked: String, status: String
    ) async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addGroup("staff")
        board.addPerson("p-1")
        try board.addRun("aware", on: taken, ["p-1": .attended])
        #expect(await board.history().status(of: ID("p-1"), on: try day(asked))?.text == status)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-05-31", 1, "2026-06-30"),
    ])
    func `a month that is too short ends with its last day`(taken: String, months: Int, last: String) async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: months)
        board.addGroup("staff")
        board.addPerson("p-1")
        try board.addRun("aware", on: taken, ["p-1": .attended])
        let status = await board.history().status(of: ID("p-1"), on: try day(taken).adding(days: 1))
        #expect(status?.lastDay == (try day(last)))
    }

    @Test(arguments: [
        (Attendance.Status.attended, true), (.walkIn, true), (.part, false), (.booked, false), (.noShow, false),
        (.cancelled, false), (.lateCancelled, false), (.waiting, false),
    ])
    func `only who was there to the end is trained`(status: Attendance.Status, isTrained: Bool) async throws {
        var board = TrainingBoard()
        board.addCourse("aware")
        board.addGroup("staff")
        board.addPerson("p-1")
        try board.addRun("aware", on: "2026-01-01", ["p-1": status])
        #expect(await board.history().status(of: ID("p-1"), on: try day("2026-06-01"))?.isTrained == isTrained)
    }

    @Test func `a course without a refresher never runs out, and a cancelled run trains nobody`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware")
        board.addGroup("staff")
        board.addPerson("p-1")
        board.addPerson("p-2")
        try board.addRun("aware", on: "2001-01-01", ["p-1": .attended])
        try board.addRun("aware", on: "2026-01-01", status: .cancelled, ["p-2": .attended])
        let history = await board.history()
        #expect(history.status(of: ID("p-1"), on: try day("2026-06-01")) == .current(until: nil))
        #expect(history.status(of: ID("p-2"), on: try day("2026-06-01")) == .never)
    }

    @Test func `a level needs its prerequisites, in whatever order they were taken`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addCourse("assess", "practice", months: 24, after: ["aware"])
        board.addCourse("lead", "lead", after: ["assess"])
        board.addGroup("staff", level: "practice")
        board.addPerson("p-1")
        try board.addRun("assess", on: "2024-06-01", ["p-1": .attended])
        #expect(await board.history().status(of: ID("p-1"), on: try day("2024-07-01")) == .never)
        try board.addRun("lead", on: "2024-08-01", ["p-1": .attended])
        #expect(await board.history().status(of: ID("p-1"), on: try day("2024-09-01")) == .never)
        try board.addRun("aware", on: "2025-01-10", ["p-1": .attended])
        let history = await board.history()
        #expect(history.status(of: ID("p-1"), on: try day("2025-01-10")) == .never)
        #expect(history.status(of: ID("p-1"), on: try day("2026-02-01")) == .current(until: nil), "by the higher level")
        #expect(history.status(of: ID("p-1"), at: ID("basic"), on: try day("2026-02-01")) == .current(until: nil))
    }

    @Test func `prerequisites may have run out since`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 1)
        board.addCourse("assess", "practice", months: 24, after: ["aware"])
        board.addGroup("staff", level: "practice")
        board.addPerson("p-1")
        try board.addRun("aware", on: "2024-01-01", ["p-1": .attended])
        try board.addRun("assess", on: "2025-01-01", ["p-1": .attended])
        #expect(await board.history().status(of: ID("p-1"), on: try day("2025-06-01"))?.text == "current 2027-01-01")
    }

    @Test func `an equivalent course counts as the other, and not the other way round`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 24)
        board.addCourse("elsewhere", countsAs: ["national"])
        board.addCourse("national", countsAs: ["aware"])
        board.addCourse("assess", "practice", months: 36, after: ["aware"])
        board.addGroup("staff", level: "practice")
        board.addPerson("p-1")
        board.addPerson("p-2")
        try board.addRun("elsewhere", on: "2025-01-01", ["p-1": .attended])
        try board.addRun("assess", on: "2025-02-01", ["p-1": .attended, "p-2": .attended])
        let history = await board.history()
        #expect(history.status(of: ID("p-1"), on: try day("2025-06-01"))?.text == "current 2028-02-01")
        #expect(history.status(of: ID("p-2"), on: try day("2025-06-01")) == .never)
    }

    @Test func `a designated lead renews every two years and updates every year`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 60)
        board.addCourse("lead", "practice", months: 60)
        board.addGroup("staff", level: "practice", RefresherRule.Standard.designatedLead.rule)
        board.addPerson("p-1")
        try board.addRun("lead", on: "2024-03-01", ["p-1": .attended])
        let first = await board.history()
        #expect(first.status(of: ID("p-1"), on: try day("2025-03-02"))?.text == "overdue 2025-03-01")
        try board.addRun("aware", on: "2025-02-01", ["p-1": .attended])
        let second = await board.history()
        #expect(second.status(of: ID("p-1"), on: try day("2025-03-02"))?.text == "current 2026-02-01")
        try board.addRun("aware", on: "2026-02-01", ["p-1": .attended])
        let third = await board.history()
        #expect(third.status(of: ID("p-1"), on: try day("2026-02-20"))?.text == "due 2026-03-01")
    }

    @Test func `an update after the training ran out does not move the day on which it did`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 60)
        board.addCourse("lead", "practice", months: 60)
        board.addGroup("staff", level: "practice", RefresherRule.Standard.designatedLead.rule)
        board.addPerson("p-1")
        try board.addRun("lead", on: "2020-03-01", ["p-1": .attended])
        try board.addRun("aware", on: "2024-01-01", ["p-1": .attended])
        let history = await board.history()
        #expect(history.status(of: ID("p-1"), on: try day("2024-06-01"))?.text == "overdue 2021-03-01")
    }

    @Test func `hours add up within three years`() async throws {
        var board = TrainingBoard()
        board.addCourse("short", hours: 1.5)
        board.addGroup("staff", RefresherRule.Standard.health2.rule)
        board.addPerson("p-1")
        try board.addRun("short", on: "2020-01-01", ["p-1": .attended])
        #expect(await board.history().status(of: ID("p-1"), on: try day("2020-02-01")) == .never)
        try board.addRun("short", on: "2022-01-01", ["p-1": .attended])
        let history = await board.history()
        #expect(history.status(of: ID("p-1"), on: try day("2022-02-01"))?.text == "current 2023-01-01")
        try board.addRun("short", on: "2024-01-01", ["p-1": .attended])
        let later = await board.history()
        #expect(later.status(of: ID("p-1"), on: try day("2024-02-01"))?.text == "current 2025-01-01")
    }

    @Test func `records of one person are one history`() async throws {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addCourse("assess", "practice", months: 12, after: ["aware"])
        board.addGroup("staff", level: "practice")
        board.addPerson("p-1")
        board.addPerson("p-2")
        board.people[1].sameAs = ID("p-1")
        try board.addRun("aware", on: "2025-01-01", ["p-2": .attended])
        try board.addRun("assess", on: "2025-02-01", ["p-1": .attended])
        let history = await board.history()
        for id in ["p-1", "p-2"] {
            #expect(history.status(of: ID(id), on: try day("2025-06-01"))?.text == "current 2026-02-01")
        }
    }
}
