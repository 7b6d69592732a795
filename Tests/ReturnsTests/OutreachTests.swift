import CivilTime
import Reporting
import Returns
import Schemas
import TestSupport
import Testing

struct OutreachTests {
    private func outreach(_ contacts: String...) throws -> Outreach {
        try Answers(schools: [], outreach: contacts).outreach()
    }

    @Test func `a business counts once in a period, with its last response`() throws {
        let outreach = try outreach(
            "business: grand, on: 2025-05-01, response: declined", "business: grand, on: 2026-02-01, response: joined",
            "business: mere, on: 2025-06-01, response: declined", "business: cabs, on: 2026-05-01, response: joined")
        let reach = outreach.reaches(in: outreach.periods[0])
        #expect(reach.map(\.sector.id) == ["hotels", "taxis"])
        #expect(reach.map(\.reach.byResponse) == [[1, 1], [0, 0]])
        #expect(outreach.reach(in: outreach.periods[1]).businesses == 1)
    }

    @Test func `a later contact settles what was to be followed up`() throws {
        let outreach = try outreach(
            "business: grand, on: 2026-05-01, response: declined, follow_up: 2026-08-01",
            "business: grand, on: 2026-07-01, response: joined",
            "business: mere, on: 2026-05-01, response: declined, follow_up: 2026-08-01",
            "business: mere, on: 2026-08-10, response: declined, follow_up: 2026-12-01",
            "business: cabs, on: 2026-05-01, response: joined, follow_up: 2026-11-01")
        #expect(outreach.followUps.map(\.contact.business.text) == ["cabs", "mere"])
        #expect(outreach.overdue(on: try day("2026-11-01")).isEmpty, "the day itself is in time")
        #expect(outreach.overdue(on: try day("2026-11-02")).map(\.contact.business.text) == ["cabs"])
    }

    @Test func `the order of the file does not matter`() throws {
        let rows = [
            "business: grand, on: 2026-07-01, response: joined",
            "business: grand, on: 2026-05-01, response: declined, follow_up: 2026-08-01",
        ]
        let outreach = try Answers(schools: [], outreach: rows).outreach()
        #expect(outreach.followUps.isEmpty)
        #expect(outreach.reach(in: outreach.periods[1]).byResponse == [1, 0])
    }

    @Test func `contacts of no period are told apart`() throws {
        let outreach = try outreach("business: grand, on: 2024-05-01, response: joined")
        #expect(outreach.uncounted.map(\.business.text) == ["grand"])
        #expect(outreach.reach(in: outreach.periods[0]).businesses == 0)
    }

    @Test func `the report says who is overdue`() throws {
        let outreach = try outreach("business: grand, on: 2026-05-01, response: declined, follow_up: 2026-08-01")
        let text = outreach.document(asOf: try day("2026-11-21")).text(.table)
        #expect(text.contains("1 to be seen again, 1 of them overdue."))
        #expect(text.contains("Grand Hotel") && text.contains("overdue"))
    }

    @Test(arguments: 0..<60) func `sectors and responses make up the same whole`(seed: UInt64) throws {
        var random = Seeded(seed)
        let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in
            let business = ["grand", "mere", "cabs"].randomElement(using: &random) ?? ""
            let response = ["joined", "declined"].randomElement(using: &random) ?? ""
            let month = Int.random(in: 10...12, using: &random)
            let date = "2025-\(month)-\(Int.random(in: 10...28, using: &random))"
            return "business: \(business), on: \(date), response: \(response)"
        }
        let outreach = try Answers(schools: [], outreach: rows).outreach()
        let (period, visited) = (outreach.periods[0], Set(outreach.contacts.map(\.business)))
        let parts = outreach.reaches(in: period).map(\.reach)
        #expect(parts.map(\.businesses).reduce(0, +) == visited.count)
        #expect(outreach.reach(in: period).businesses == visited.count)
        let sums = (0..<2).map { place in parts.map { $0.byResponse[place] }.reduce(0, +) }
        #expect(outreach.reach(in: period).byResponse == sums)
    }
}
