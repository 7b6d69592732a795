import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

@Suite struct PublishedTrainingTests {
    @Test func `nothing that is published prints a person's id, e-mail address, or name without consent`() throws {
        var sample = SampleRecords()
        try sample.add(1, "a", "s", NameConsent(given: day("2026-01-01"), withdrawn: nil))
        try sample.add(1, "a", "s", NameConsent(given: day("2026-06-02"), withdrawn: nil))
        try sample.add(1, "a", "s", NameConsent(given: day("2026-01-01"), withdrawn: day("2026-06-01")))
        try sample.add(20, "b", "t")
        try sample.addRun("held", on: "2026-05-01", .attended, people: 12)
        try sample.addRun("to-come", on: "2026-07-01", .booked, people: 12)
        let year = FigureQuery(from: try day("2026-01-01"), to: try day("2026-12-31"))
        let published = try sample.published(on: "2026-06-01", asking: [year])
        var text = ""
        dump(published, to: &text)
        #expect(text.contains("Ann Oakwhistle 0") && text.contains("to-come"), "the dump reaches what is inside")
        #expect(!text.contains("p-"))
        #expect(!text.contains("secret") && !text.contains("@"))
        for person in sample.records.people.items.dropFirst() { #expect(!text.contains(person.name)) }
    }

    @Test(arguments: [
        (0, "0 0"), (1, "c c"), (5, "c c"), (6, "6 c"), (18, "18 c"),
    ])
    func `people and their agencies are under small-count control`(people: Int, text: String) throws {
        var sample = SampleRecords()
        try sample.addRun("a", on: "2026-03-01", .attended, people: people)
        let figures = try sample.figures("2026-01-01", "2026-03-31")
        #expect(figures.runs == 1)
        #expect("\(figures.people.text) \(figures.agencies.text)" == text)
    }

    @Test func `agencies are shown where they are many enough`() throws {
        var sample = SampleRecords()
        try sample.addRun("a", on: "2026-03-01", .attended, people: 18)
        let figures = try sample.figures("2026-01-01", "2026-03-31", course: ID("aware"), threshold: 2)
        #expect(figures.agencies.text == "3")
    }

    @Test func `a period that ends before it starts is empty`() throws {
        var sample = SampleRecords()
        try sample.addRun("a", on: "2026-03-01", .attended, people: 18)
        let figures = try sample.figures("2026-03-31", "2026-01-01")
        #expect(figures.runs == 0 && figures.people.text == "0")
    }

    @Test func `runs to come are published, and held ones are counted only`() throws {
        var sample = SampleRecords()
        try sample.addRun("past", on: "2026-05-31", .attended, people: 18)
        try sample.addRun("today", on: "2026-06-01", .booked, people: 18)
        let published = try sample.published(on: "2026-06-01")
        #expect(published.runs.map(\.id) == ["today"] && published.heldRuns == 1)
        #expect(published.runs.first?.left == PlacesLeft(taken: 18, of: 20, .usual))
    }

    @Test(arguments: [
        (0, "15 or more"), (1, "15 or more"), (5, "15 or more"), (6, "14"), (19, "1"), (20, "0"), (23, "0"),
    ])
    func `places left do not tell how few are booked`(taken: Int, text: String) {
        let left = PlacesLeft(taken: taken, of: 20, .usual)
        #expect("\(left.number)\(left.isExact ? "" : " or more")" == text)
        #expect(left.isFull == (taken >= 20))
    }

    @Test(arguments: 0...3)
    func `a small run says only whether there is room`(taken: Int) {
        let left = PlacesLeft(taken: taken, of: 3, .usual)
        #expect(left.isFull == (taken == 3) && left.number == (taken == 3 ? 0 : 1))
    }
}
