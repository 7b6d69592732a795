import CivilTime
import Diagnostics
import JSONText
import Schemas
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

@Suite struct PublishedSummaryTests {
    private func sample() throws -> (PublishedTraining, PublishedSummary) {
        var sample = SampleRecords()
        try sample.add(1, "a", "s", NameConsent(given: day("2026-02-01"), withdrawn: nil))
        try sample.add(20, "b", "t")
        try sample.addRun("held", on: "2026-05-01", .attended, people: 12)
        try sample.addRun("soon", on: "2026-06-10", .booked, people: 3)
        try sample.addRun("later", on: "2026-07-01", .booked, people: 12)
        let asked = [
            FigureQuery(from: try day("2026-01-01"), to: try day("2026-12-31")),
            FigureQuery(from: try day("2026-05-02"), to: try day("2026-05-31")),
        ]
        let training = try sample.published(on: "2026-06-01", asking: asked)
        return (training, PublishedSummary(training, under: .usual, knowing: [], asOf: try day("2026-06-01")))
    }

    @Test func `what is read is what was written`() throws {
        let (_, summary) = try sample()
        let text = summary.json.text(indented: true)
        let draft = PublishedSummary.read(Array(text.utf8), path: "s.json")
        #expect(draft.reading.diagnostics.isEmpty)
        // Ids lead into a board that is not here; nothing else may be wrong.
        let faults = draft.checked().diagnostics
        #expect(faults.allSatisfy { $0.code.id == "SP031" })
        #expect(text.contains("\"left\": 15") && text.contains("Ann Oakwhistle 0"))
    }

    @Test func `a period that has not ended is answered up to the day before`() throws {
        let (training, _) = try sample()
        let year = FigureQuery(from: try day("2026-01-01"), to: try day("2026-12-31"))
        let soFar = FigureQuery(from: try day("2026-01-01"), to: try day("2026-05-31"))
        #expect(training.figures(for: year)?.people.text == "12")
        #expect(training.figures(for: year) == training.figures(for: soFar))
        #expect(training.figures(for: FigureQuery(from: try day("2020-01-01"), to: try day("2020-12-31"))) == nil)
    }

    @Test func `runs that have passed since are left out`() throws {
        let (training, _) = try sample()
        #expect(training.runs.map(\.id) == ["soon", "later"])
        #expect(training.later(on: try day("2026-06-11")).runs.map(\.id) == ["later"])
    }

    @Test func `figures of an earlier day are known, those of the day itself are not`() throws {
        let (_, summary) = try sample()
        #expect(summary.known(on: try day("2026-06-01")).isEmpty)
        #expect(summary.known(on: try day("2026-06-02")).map(\.to) == [try day("2026-05-31"), try day("2026-05-31")])
    }
}
