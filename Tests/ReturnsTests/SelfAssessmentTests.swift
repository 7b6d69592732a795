import CivilTime
import Reporting
import Returns
import Schemas
import TestSupport
import Testing

struct SelfAssessmentTests {
    private static let schools = [
        "id: ash, name: Ash School, phase: primary", "id: elm, name: Elm School, phase: primary",
        "id: oak, name: Oak School, phase: primary, required: false",
        "id: hall, name: Hall School, phase: others", "id: new, name: New School, phase: primary, opened: 2026-01-01",
        "id: old, name: Old School, phase: primary, closed: 2026-01-01",
    ]

    private static let answers = [
        "2025": """
        - { school: ash, received: 2025-06-01, answers: [{ element: lead, rating: poor, evidence: [policy] }] }
        - { school: oak, received: 2025-06-02, answers: [{ element: lead, rating: good }] }
        """,
        "2026": """
        - school: ash
          received: 2026-06-01
          answers:
            - { element: lead, rating: good, evidence: [policy, audit] }
            - { element: parents, rating: poor, evidence: [policy] }
        - { school: hall, received: 2026-07-09, answers: [{ element: lead, rating: good, evidence: [audit] }] }
        - { school: new, received: 2026-06-02, answers: [] }
        """,
    ]

    private func assessment() throws -> SelfAssessment {
        try Answers(schools: Self.schools, returns: Self.answers).assessment()
    }

    @Test func `the rate is of those who have to answer, and of nobody else`() throws {
        let assessment = try assessment()
        let (first, second) = (assessment.frame.rounds[0], assessment.frame.rounds[1])
        #expect(
            assessment.response(in: first)
                == .init(required: 3, received: 1, invited: 2, voluntary: 1), "old is still a school")
        #expect(assessment.response(in: first).rate == 33)
        #expect(assessment.response(in: second) == .init(required: 3, received: 2, invited: 2, voluntary: 1))
        #expect(assessment.response(in: second).rate == 67)
    }

    @Test func `where nobody has to answer there is no rate`() throws {
        let assessment = try assessment()
        let others = try #require(assessment.responses(in: assessment.frame.rounds[1]).last)
        #expect(others.phase.id == "others" && others.response.voluntary == 1 && others.response.rate == nil)
        #expect(SelfAssessment.Response().rate == nil)
    }

    @Test func `missing is who has to answer and did not`() throws {
        let assessment = try assessment()
        #expect(assessment.missing(in: assessment.frame.rounds[0]).map(\.id.text) == ["elm", "old"])
        #expect(assessment.missing(in: assessment.frame.rounds[1]).map(\.id.text) == ["elm"])
    }

    @Test func `what was not rated is no rating`() throws {
        let assessment = try assessment()
        let round = assessment.frame.rounds[1]
        let (lead, parents) = (assessment.frame.elements[0], assessment.frame.elements[1])
        #expect(assessment.ratings(of: lead, in: round) == ([2, 0], 1))
        #expect(assessment.ratings(of: parents, in: round) == ([0, 1], 2))
    }

    @Test func `a theme counts once for each school`() throws {
        let assessment = try assessment()
        let round = assessment.frame.rounds[1]
        let (policy, audit) = (assessment.frame.evidence[0], assessment.frame.evidence[1])
        #expect(assessment.schools(naming: policy, in: round) == 1)
        #expect(assessment.schools(naming: audit, in: round) == 2)
        #expect(assessment.schools(naming: policy, for: assessment.frame.elements[1], in: round) == 1)
    }

    @Test func `a school's history starts with the latest round`() throws {
        let history = try assessment().history(of: ID("ash"))
        #expect(history.map { $0.answer?.rating(of: "lead") } == ["good", "poor"])
        #expect(try assessment().history(of: ID("hall")).map { $0.answer == nil } == [false, true])
    }

    @Test func `the report names who is missing and gives no rate where none is due`() throws {
        let assessment = try assessment()
        let text = assessment.document(of: assessment.frame.rounds[1]).text(.table)
        #expect(text.contains("2 of 3 schools that have to answer did, 67 %."))
        #expect(text.contains("Elm School") && !text.contains("Ash School"))
        let row = text.split(separator: "\n").first { $0.hasPrefix("Other schools") }
        #expect(try #require(row).contains("–") && !(try #require(row).contains("%")))
    }

    @Test(arguments: 0..<60) func `counts add up, whatever comes back`(seed: UInt64) throws {
        var random = Seeded(seed)
        let schools = (0..<Int.random(in: 1...25, using: &random)).map { number in
            let phase = ["primary", "others"].randomElement(using: &random) ?? ""
            let required = [", required: true", ", required: false", ""].randomElement(using: &random) ?? ""
            return "id: s\(number), name: S, phase: \(phase)\(required)"
        }
        let sent = schools.indices.filter { _ in Bool.random(using: &random) }
        let rows = sent.map { number in
            let all = ["[{ element: lead, rating: good }]", "[{ element: parents, rating: poor }]", "[]"]
            let rated = all.randomElement(using: &random) ?? ""
            return "- { school: s\(number), received: 2025-05-01, answers: \(rated) }"
        }
        let returns = rows.isEmpty ? [:] : ["2025": rows.joined(separator: "\n")]
        let assessment = try Answers(schools: schools, returns: returns).assessment()
        let round = assessment.frame.rounds[0]
        let all = assessment.response(in: round)
        #expect(assessment.responses(in: round).map(\.response).reduce(.init(), +) == all)
        #expect(all.expected == schools.count && all.all == sent.count)
        #expect(all.received + all.missing == all.required)
        #expect(assessment.missing(in: round).count == all.missing)
        #expect((all.rate == nil) == (all.required == 0))
        if let rate = all.rate { #expect(abs(rate * all.required - all.received * 100) * 2 <= all.required) }
        for element in assessment.frame.elements {
            let (given, none) = assessment.ratings(of: element, in: round)
            #expect(given.reduce(0, +) + none == sent.count)
        }
    }
}
