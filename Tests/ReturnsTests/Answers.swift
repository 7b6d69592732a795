import CivilTime
import Diagnostics
import Returns
import Schemas
import Testing

/// Records of schools and businesses, as files.
struct Answers {
    var files: [String: String] = [:]

    static let frame = """
        title: Self-assessment
        phases:
          - { id: primary, title: Primary schools, required: true }
          - { id: others, title: Other schools, required: false }
        scale: [{ id: good, title: Good }, { id: poor, title: Poor }]
        elements: [{ id: lead, title: A lead }, { id: parents, title: Parents }]
        evidence: [{ id: policy, title: A policy }, { id: audit, title: An audit }]
        rounds:
          - { id: "2025", title: Summer 2025, due: 2025-06-30, closed: 2025-09-01 }
          - { id: "2026", title: Summer 2026, due: 2026-06-30 }
        """

    static let outreach = """
        title: Businesses
        sectors: [{ id: hotels, title: Hotels }, { id: taxis, title: Taxis }]
        responses: [{ id: joined, title: Joined }, { id: declined, title: Said no }]
        periods:
          - { id: "2025", title: 2025–26, from: 2025-04-01, to: 2026-03-31 }
          - { id: "2026", title: 2026–27, from: 2026-04-01, to: 2027-03-31 }
        businesses:
          - { id: grand, name: Grand Hotel, sector: hotels }
          - { id: mere, name: Mere Hotel, sector: hotels }
          - { id: cabs, name: Quay Cabs, sector: taxis }
        contacts:
        """

    /// - Parameter schools: Rows of the list of schools.
    init(schools: [String], returns: [String: String] = [:], outreach contacts: [String]? = nil) {
        files["self-assessment.yaml"] = Self.frame + "\nschools:\n" + schools.map { "  - { \($0) }\n" }.joined()
        for (round, text) in returns { files["returns/\(round).yaml"] = text }
        if let contacts {
            files["outreach.yaml"] = Self.outreach + "\n" + contacts.map { "  - { \($0) }\n" }.joined()
        }
    }

    typealias Whole = (assessment: SelfAssessment?, outreach: Outreach?)

    func draft() -> Draft<Whole> {
        var reading = Reading()
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let whole = CollectedFiles(sources) { "records/" + $0 }.read(&reading)
        return Draft(whole, reading)
    }

    func assessment() throws -> SelfAssessment {
        let (whole, faults) = draft().checked()
        let all = try #require(whole, "\(faults.map(\.message))")
        return try #require(all.assessment)
    }

    func outreach() throws -> Outreach {
        let (whole, faults) = draft().checked()
        let all = try #require(whole, "\(faults.map(\.message))")
        return try #require(all.outreach)
    }
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
