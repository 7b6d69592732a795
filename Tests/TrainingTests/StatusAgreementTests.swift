import CivilTime
import Schemas
import TestSupport
import Testing

@testable import Content
@testable import Training

/// The arithmetic agrees with a second one, which is slow and obvious, over random boards and histories.
@Suite struct StatusAgreementTests {
    @Test(arguments: 0..<12)
    func `random histories have the same status in both`(seed: UInt64) async throws {
        var random = Seeded(seed)
        var seen: Set<String> = []
        for _ in 0..<25 {
            var board = Self.board(&random)
            let start = try day("2023-11-20")
            try Self.addRuns(to: &board, from: start, &random)
            let history = await board.history()
            let date = start.adding(days: Int.random(in: 0...900, using: &random))
            for person in board.people where person.sameAs == nil {
                let slow = SlowStatus(board: board, person: person).status(on: date, dueWithin: 90)
                let fast = try #require(history.status(of: person.id, on: date, dueWithin: 90))
                #expect(fast.text == slow, "seed \(seed), \(person.id) on \(date)")
                seen.insert(fast.word)
            }
        }
        #expect(seen.count >= 3, "the histories are too simple")
    }

    /// Ten people, one of them in two records, in groups with all kinds of rules.
    private static func board(_ random: inout Seeded) -> TrainingBoard {
        var board = TrainingBoard()
        let codes = ["a", "b", "c", "d", "e"]
        for code in codes {
            let some = { (random: inout Seeded) in
                codes.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
            }
            board.addCourse(
                code, TrainingBoard.levels.randomElement(using: &random) ?? "basic",
                hours: Double(Int.random(in: 1...8, using: &random)) / 2,
                months: Int.random(in: 0..<4, using: &random) == 0 ? nil : Int.random(in: 1...14, using: &random),
                after: some(&random), countsAs: some(&random))
        }
        for group in ["staff", "leads", "nurses"] {
            let months = { (random: inout Seeded) -> Int? in
                Bool.random(using: &random) ? Int.random(in: 1...SlowStatus.longest, using: &random) : nil
            }
            let minutes = Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 1...12, using: &random) * 30 : nil
            board.addGroup(
                group, level: TrainingBoard.levels.randomElement(using: &random),
                RefresherRule(renewMonths: months(&random), updateMonths: months(&random), minutes: minutes))
        }
        for number in 0..<10 {
            board.addPerson("p-\(number)", ["staff", "leads", "nurses"].randomElement(using: &random) ?? "staff")
        }
        board.people[9].sameAs = ID("p-0")
        return board
    }

    private static func addRuns(to board: inout TrainingBoard, from start: CivilDate, _ random: inout Seeded) throws {
        for _ in 0..<Int.random(in: 3...14, using: &random) {
            let rows = board.people.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map {
                Attendance(person: $0.id, status: Attendance.Status.allCases.randomElement(using: &random) ?? .attended)
            }
            try board.addRun(
                board.courses.randomElement(using: &random)?.id.text ?? "a",
                on: start.adding(days: Int.random(in: 0...800, using: &random)),
                status: Int.random(in: 0..<8, using: &random) == 0 ? .cancelled : .scheduled, rows)
        }
        board.runs.shuffle(using: &random)
    }
}
