import Content
import Diagnostics
import Testing

@testable import Governance

/// Headings of columns, their dates, and the title of the table.
struct PeriodTests {
    private func faults(title: String = "Requests", _ columns: [String]) async throws -> [String] {
        let lines = columns.enumerated().map { "    - { id: c\($0), \($1) }" }
        let values = columns.map { _ in "1" }.joined(separator: ", ")
        let table = """
            - id: t
              title: \(title)
              columns:
            \(lines.joined(separator: "\n"))
              rows: [{ id: all, title: All, values: [\(values)] }]
            """
        let found = try await TinyBoard.board(["data/indicators/t.yaml": table]).reconciliation()
        #expect(found.allSatisfy { $0.code == .periodHeading && $0.location?.path == "data/indicators/t.yaml" })
        return found.map(\.message)
    }

    private static let quarters = [
        "title: Quarter 1 (April-June 2015)", "title: Quarter 2 (July-September 2015)",
        "title: Quarter 3 (October – December 2015)",
    ]

    @Test func `a heading whose year was not changed is found without any dates`() async throws {
        #expect(
            try await faults(Self.quarters + ["title: Quarter 4 (January – March 2015)"]) == [
                "\"Quarter 4 (January – March 2015)\" does not follow \"Quarter 3 (October – December 2015)\""
            ])
        #expect(try await faults(Self.quarters + ["title: Quarter 4 (January – March 2016)"]).isEmpty)
        #expect(
            try await faults(Self.quarters + ["title: Quarter 4 (October to December 2015)"]) == [
                "\"Quarter 4 (October to December 2015)\" is the period of the column before it"
            ])
    }

    @Test func `a heading that its dates contradict is found`() async throws {
        #expect(
            try await faults(["title: January – March 2015, from: 2016-01-01, to: 2016-03-31"]) == [
                "\"January – March 2015\" is headed January 2015 to March 2015, and its dates are 2016-01-01 to 2016-03-31"
            ])
    }

    @Test func `a quarter outside the year of the title is found`() async throws {
        #expect(
            try await faults(
                title: "Requests in 2015/16", ["title: January – March 2015, from: 2015-01-01, to: 2015-03-31"]) == [
                    "\"January – March 2015\" is not in the period of \"Requests in 2015/16\""
                ])
    }

    /// Each of these is as it should be.
    @Test(arguments: [
        ["title: Q1 2015/16", "title: Q2 2015/16", "title: Q3 2015/16", "title: Q4 2015/16"],
        ["title: 2016/17", "title: 2015/16", "title: 2014/15"], ["title: 2012", "title: 2014", "title: 2019"],
        ["title: Known before April 2015", "title: April to June 2015", "title: All"],
        ["title: April to June 2014", "title: April to June 2015", "title: April to June 2016"],
        [
            "title: April to June 2015, from: 2015-04-01, to: 2015-06-30",
            "title: July to September 2015, from: 2015-07-01, to: 2015-09-30",
            "title: Half, from: 2015-04-01, to: 2015-09-30",
        ],
        ["title: 2015/16, from: 2015-04-01, to: 2016-03-31", "title: 2014/15, from: 2014-04-01, to: 2015-03-31"],
        ["title: Q2 2014/15, from: 2014-07-01, to: 2014-09-30", "title: Q2 2015/16, from: 2015-07-01, to: 2015-09-30"],
        ["title: White British", "title: May", "title: 16-17"],
    ])
    func `periods as boards write them are let through`(_ columns: [String]) async throws {
        #expect(try await faults(title: "Requests by year", columns).isEmpty)
    }

    @Test func `a year beside the quarters of the next is there for comparison`() async throws {
        let year = "title: 2014/15, from: 2014-04-01, to: 2015-03-31"
        let next = "title: April to June 2015, from: 2015-04-01, to: 2015-06-30"
        #expect(try await faults(title: "Requests in 2015/16", [year, next]).isEmpty)
    }

    @Test func `one of the newest first that goes the other way is found`() async throws {
        #expect(
            try await faults([
                "title: 2016, from: 2016-01-01, to: 2016-12-31", "title: 2015, from: 2015-01-01, to: 2015-12-31",
                "title: 2013, from: 2013-01-01, to: 2013-12-31",
            ]).count == 1)
    }
}
