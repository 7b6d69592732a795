import Content
import Diagnostics
import Foundation
import Schemas
import Testing

@testable import Governance

/// The tables of a published annual report, as they stand in it: `Derby/figures.yaml`.
struct DerbyTests {
    /// Each of these is really in the report, and nothing else is found.
    private static let found = [
        // Nine of known ethnicity, of eight requests: White British 7 and two others.
        "SP280 Requests received, Quarter 4: 8 is given, but 0 + 1 + 0 + 0 + 0 + 0 + 7 + 1 = 9",
        "SP280 Requests received, Quarter 4: 8 is given, but 7 + 2 = 9",
        // One request of nine has no source.
        "SP280 Requests received, Quarter 1: 9 is given, but 0 + 0 + 0 + 3 + 0 + 0 + 0 + 2 + 0 + 0 + 3 = 8",
        // Eight in the appendix, six in the summary.
        "SP283 Boyfriend or girlfriend model, Quarter 4: 2 is given, but 0 + 2 + 4 + 2 = 8, and year.boyfriend says 6",
        // More cases were worked on than can have been open.
        "SP282 Cases worked within the quarter, Quarter 2 (July-September 2015): 28 is given, but 30 + 11 − 14 = 27",
        "SP282 Cases worked within the quarter, Quarter 4 (January – March 2015): 29 is given, but 27 + 8 − 7 = 28",
        // The heading of this table says 2015 for the quarter that starts in January 2016.
        "SP284 \"Quarter 4 (January – March 2015)\" does not follow \"Quarter 3 (October – December 2015)\"",
        // One closure has no reason.
        "SP280 Closures, Quarter 3: 7 is given, but 2 + 2 + 2 + 0 + 0 + 0 + 0 = 6",
        // Nine of sixteen, where the others are of all eligible meetings; of fifteen it would be 60 %.
        "SP281 Parents and carers in per cent, Quarter 2: 60 is given, but 9 of 16 is 56 %",
        // The percentages were computed from 38, the sum of the ethnicities, not from the 37 requests.
        "SP281 White British in per cent, 2015/16: 71 is given, but 27 of 37 is 73 %",
        // Nobody tells this count; cutting off would explain 11.
        "SP281 Black and minority ethnic in per cent, 2015/16: 29 is given, but no count of 37 gives that: 10 is 27 %, 11 is 30 %",
        // From the same fifteen; rounding up would explain it too.
        "SP281 Parents and carers in per cent, 2015/16: 60 is given, but 35 of 59 is 59 %",
        // All who were on a plan in the last quarter, counted as those on one at its end.
        "SP280 Cases worked in the last quarter, 2015/16: 29 is given, but 29 + 6 = 35",
        // Those who were left of 62 when 37 were closed are 25.
        "SP280 Young people with meetings in the year, 2015/16: 62 is given, but 29 + 37 = 66",
        // 26 were left from the year before, and 37 came. One child who was referred twice would explain it.
        "SP282 Young people with meetings in the year, 2015/16: 62 is given, but 71 + 37 − 45 = 63",
        // Two more than in the plan that they were carried forward from.
        "SP283 Objectives of section 12, Protection: 7 is given, but action-plan.outcomes says 5",
    ]

    private static func faults(changing change: (String) -> String = { $0 }) async throws -> [Diagnostic] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let figures = try String(contentsOf: folder.appending(path: "Derby/figures.yaml"), encoding: .utf8)
        return try await TinyBoard.board(["data/indicators/derby.yaml": change(figures)]).reconciliation()
    }

    @Test func `every inconsistency of the report is found, and nothing else`() async throws {
        let faults = try await Self.faults()
        #expect(Set(faults.map { "\($0.code.id) \($0.message)" }) == Set(Self.found))
        #expect(faults.count == Self.found.count)
        #expect(faults.allSatisfy { $0.location?.path == "data/indicators/derby.yaml" })
    }

    @Test func `what rounding up or cutting off explains is a note`() async throws {
        let notes = try await Self.faults().filter { $0.severity == .note }
        #expect(
            notes.map(\.message) == [
                "Black and minority ethnic in per cent, 2015/16: 29 is given, but no count of 37 gives that: 10 is 27 %, 11 is 30 %",
                "Parents and carers in per cent, 2015/16: 60 is given, but 35 of 59 is 59 %",
            ])
    }

    @Test func `an explanation silences its figure, and is itself reported when the figure is right`() async throws {
        let faults = try await Self.faults {
            $0.replacingOccurrences(of: "values: [30, 28, 27, 29] }", with: "values: [27, 28, 27, 29] }")
        }
        #expect(faults.contains { $0.code == .idleExplanation && $0.message.contains("q1") })
    }
}
