import CivilTime
import Diagnostics
import Governance
import Returns
import Schemas
import Testing

/// What `check` says of schools that were asked and businesses that were visited.
struct CollectionReviewTests {
    private static let assessment = """
        title: Self-assessment
        phases: [{ id: primary, title: Primary, required: true }]
        scale: [{ id: good, title: Good }]
        elements: [{ id: lead, title: A lead }, { id: parents, title: Parents }]
        rounds: [{ id: "2026", title: Summer 2026, due: 2026-06-30, closed: 2026-09-01 }]
        schools:
          - { id: ash, name: Ash School, phase: primary }
          - { id: elm, name: Elm School, phase: primary }
        """
    private static let returns = "- { school: ash, received: 2026-06-01, answers: [{ element: lead, rating: good }] }"
    private static let outreach = """
        title: Businesses
        sectors: [{ id: hotels, title: Hotels }]
        responses: [{ id: joined, title: Joined }]
        periods: [{ id: "2026", title: 2026–27, from: 2026-04-01, to: 2027-03-31 }]
        businesses: [{ id: grand, name: Grand Hotel, sector: hotels }]
        contacts:
          - { business: grand, on: 2025-05-01, response: joined }
          - { business: grand, on: 2026-05-01, response: joined, follow_up: 2026-08-01 }
        """

    private func said(on date: String) throws -> [String] {
        var reading = Reading()
        let files = [
            "outreach.yaml": Self.outreach, "returns/2026.yaml": Self.returns, "self-assessment.yaml": Self.assessment,
        ]
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let read = CollectedFiles(sources) { "records/" + $0 }.read(&reading)
        let whole = try #require(read, "\(reading.diagnostics.map(\.message))")
        let today = try #require(CivilDate(iso: date))
        return CollectionReview(whole.assessment, whole.outreach, today: today).faults().map {
            "\($0.code) \($0.location.map { "\($0.path):\($0.start.line)" } ?? "") \($0.message)"
        }
    }

    private static let uncounted =
        "SP252 records/outreach.yaml:7 2025-05-01 lies in no period, so no figure counts this contact"
    private static let unrated = #"SP251 records/returns/2026.yaml:1 "ash" did not rate: parents"#

    @Test func `before its day nothing is late`() throws {
        #expect(try said(on: "2026-06-30") == [Self.unrated, Self.uncounted])
    }

    @Test func `after its day schools are missing, and nobody names them`() throws {
        let faults = try said(on: "2026-07-01")
        #expect(
            faults == [
                "SP248 records/self-assessment.yaml:5 returns are missing from 1 of 2 schools that have to answer; "
                    + "they were due on 2026-06-30", Self.unrated, Self.uncounted,
            ])
    }

    @Test func `in a round that is closed nobody waits any more`() throws {
        #expect(
            try said(on: "2026-09-01") == [
                #"SP247 records/outreach.yaml:8 somebody was to see "grand" again by 2026-08-01"#, Self.uncounted,
            ])
    }
}
