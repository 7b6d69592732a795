import CivilTime
import Schemas
import Suppression
import TestSupport
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

@Suite struct LinkedFiguresTests {
    /// People by number; each run is one day of 2026-03 and one course.
    private func published(
        _ runs: [(day: Int, course: String, people: ClosedRange<Int>)], _ queries: [FigureQuery],
        knowing known: [FigureQuery] = []
    ) throws -> [String] {
        var sample = SampleRecords()
        for run in runs {
            try sample.addRun(
                "r\(run.day)", on: "2026-03-\(run.day < 10 ? "0" : "")\(run.day)", .attended,
                attendees: Array(run.people), course: run.course)
        }
        return LinkedFigures(queries, DeliveryLedger(sample.records, asOf: try day("2026-06-01")), .usual)
            .reasons(knowing: known).map { $0.map { "\($0)" } ?? "shown" }
    }

    private func march(_ first: Int, _ last: Int, _ course: String? = nil) throws -> FigureQuery {
        let start = try day("2026-03-01")
        return FigureQuery(
            from: start.adding(days: first - 1), to: start.adding(days: last - 1), course: course.map { ID($0) })
    }

    @Test func `of two periods that differ by a few people one is hidden`() throws {
        let runs = [(10, "aware", 1...30), (20, "aware", 31...33)]
        #expect(try published(runs, [march(10, 31)]) == ["shown"])
        #expect(try published(runs, [march(10, 31), march(10, 15)]) == ["shown", "secondary"])
    }

    @Test func `of two periods that differ by many both are shown`() throws {
        let runs = [(10, "aware", 1...30), (20, "aware", 31...63)]
        #expect(try published(runs, [march(10, 31), march(10, 15)]) == ["shown", "shown"])
    }

    @Test func `people who came again are not counted as a difference`() throws {
        let runs = [(10, "aware", 1...30), (20, "aware", 1...3)]
        #expect(try published(runs, [march(10, 31), march(10, 15)]) == ["shown", "shown"], "the same 30 people")
        #expect(try published(runs, [march(10, 31), march(10, 15), march(16, 31)]) == ["shown", "shown", "small"])
    }

    @Test func `periods that add up tell who came to both`() throws {
        let runs = [(10, "aware", 1...30), (20, "aware", 29...60)]
        let queries = [try march(10, 31), try march(10, 15), try march(16, 31)]
        #expect(try published(runs, queries) == ["shown", "shown", "secondary"], "30 + 32 - 60 are 2 people")
    }

    @Test func `one course and all courses are judged together`() throws {
        let runs = [(10, "aware", 1...30), (11, "lead", 31...34)]
        #expect(try published(runs, [march(10, 31), march(10, 31, "aware")]) == ["shown", "secondary"])
        #expect(try published(runs, [march(10, 31), march(10, 31, "lead")]) == ["shown", "small"])
    }

    @Test func `a figure that was published before counts as known`() throws {
        let runs = [(10, "aware", 1...30), (20, "aware", 31...33)]
        #expect(try published(runs, [march(10, 31)], knowing: [march(10, 15)]) == ["secondary"])
        #expect(try published(runs, [march(10, 31)], knowing: [march(10, 31)]) == ["shown"])
    }

    @Test func `an agency that makes up nearly all of a figure hides it where the board says so`() throws {
        var sample = SampleRecords()
        try sample.addRun(
            "r", on: "2026-03-01", .attended, attendees: (1...60).filter { $0 % 3 == 0 } + [1, 2], course: "aware")
        let ledger = DeliveryLedger(sample.records, asOf: try day("2026-06-01"))
        let rule = BoardSettings.SmallCounts(
            threshold: 5, symbol: "c", dominance: .init(percent: nil, largest: 1, share: 85))
        #expect(LinkedFigures([try march(1, 31)], ledger, rule).reasons(knowing: []) == [.dominated])
        #expect(LinkedFigures([try march(1, 31)], ledger, .usual).reasons(knowing: []) == [nil])
    }

    /// Random runs and questions. The reader knows the shown figures and which runs each question covers; a difference of
    /// two shown figures, one inside the other, and what two add up to beyond a third, is never a small count.
    @Test(arguments: 0..<80)
    func `no small group follows from subtracting`(seed: UInt64) throws {
        var random = Seeded(seed)
        let runs = (1...6).map { number in
            let first = Int.random(in: 1...40, using: &random)
            let course = ["aware", "lead"].randomElement(using: &random) ?? "aware"
            return (day: number * 4, course: course, people: first...first + Int.random(in: 2...20, using: &random))
        }
        var queries: Set<FigureQuery> = []
        for _ in 0..<5 {
            let start = Int.random(in: 1...20, using: &random)
            queries.insert(
                try march(
                    start, Int.random(in: start...28, using: &random),
                    [nil, "aware"].randomElement(using: &random) ?? nil))
        }
        let asked = queries.sorted()
        let shown = zip(asked, try published(runs, asked)).filter { $1 == "shown" }.map(\.0)
        let sets = shown.map { query in
            Set(
                runs.filter { run in
                    guard let date = CivilDate(year: 2026, month: 3, day: run.day) else { return false }
                    return query.from <= date && date <= query.to && query.course.map { $0.text == run.course } ?? true
                }.map(\.day))
        }
        let people = sets.map { days in Set(runs.filter { days.contains($0.day) }.flatMap(\.people)).count }
        for a in sets.indices {
            for b in sets.indices where sets[b].isSubset(of: sets[a]) {
                #expect(!(1...5).contains(people[a] - people[b]), "\(shown[a]) without \(shown[b])")
                for c in sets.indices where sets[b].union(sets[c]) == sets[a] {
                    #expect(!(1...5).contains(people[b] + people[c] - people[a]), "in \(shown[b]) and \(shown[c])")
                }
            }
        }
    }
}
