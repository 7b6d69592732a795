import CivilTime
import Schemas
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

@Suite struct PublishedRosterTests {
    @Test func `coverage is shown against targets, with gaps`() throws {
        var sample = SampleRecords()
        try sample.add(8, "a", "s")
        try sample.add(12, "b", "t")
        let roster = try sample.published(on: "2026-06-01").roster
        #expect(roster.text == "20: 8 12 0 | 8 12")
        #expect(roster.total.gap?.text == "20" && roster.total.percentage == 50 && roster.total.isMet == false)
        #expect(roster.agencies.map { $0.coverage.gap?.text } == ["12", nil, nil])
        #expect(roster.siteKinds.map(\.coverage.isMet) == [false, true])
    }

    @Test func `a gap is hidden with its count, though the target is known`() throws {
        var sample = SampleRecords()
        try sample.add(3, "a", "s")
        try sample.add(20, "b", "t")
        try sample.add(9, "c", "t")
        let roster = try sample.published(on: "2026-06-01").roster
        #expect(roster.text == "32: c 20 c | c c")
        let hidden = try #require(roster.agencies.first?.coverage)
        #expect(hidden.gap?.text == "c" && hidden.isMet == nil && hidden.percentage == nil && hidden.target == 20)
    }

    @Test(arguments: [
        ("2026-01-31", 0), ("2026-02-01", 2), ("2026-02-28", 2), ("2026-03-01", 0), ("2026-06-01", 0),
    ])
    func `a name is shown from the day of consent until it is withdrawn`(date: String, names: Int) throws {
        var sample = SampleRecords()
        let consent = NameConsent(given: try day("2026-02-01"), withdrawn: try day("2026-03-01"))
        try sample.add(2, "a", "s", consent)
        try sample.add(9, "a", "s")
        try sample.add(9, "b", "t")
        #expect(try sample.published(on: date).roster.named.count == names)
    }

    @Test func `withdrawing consent removes the name and keeps the counts`() throws {
        func roster(_ withdrawn: CivilDate?) throws -> PublishedRoster {
            var sample = SampleRecords()
            try sample.add(1, "a", "s", NameConsent(given: day("2026-02-01"), withdrawn: withdrawn))
            try sample.add(9, "a", "s")
            try sample.add(9, "b", "t")
            return try sample.published(on: "2026-06-01").roster
        }
        let (before, after) = (try roster(nil), try roster(day("2026-05-31")))
        #expect(before.text == "19: 10 9 0 | 10 9" && after.text == before.text)
        #expect(before.named.map(\.name) == ["Ann Oakwhistle 0"] && after.named.isEmpty)
        #expect(before.unnamed.text == "18" && after.unnamed.text == "19")
    }

    @Test func `a champion from tomorrow on is not counted today`() throws {
        var sample = SampleRecords()
        try sample.add(9, "a", "s", NameConsent(given: day("2020-01-01"), withdrawn: nil))
        #expect(try sample.published(on: "2024-12-31").roster.text == "0: 0 0 0 | 0 0")
        #expect(try sample.published(on: "2024-12-31").roster.named.isEmpty)
    }

    @Test func `names are no key to the number of the others`() throws {
        var sample = SampleRecords()
        let consent = NameConsent(given: try day("2026-02-01"), withdrawn: nil)
        try sample.add(10, "a", "s", consent)
        try sample.add(3, "a", "s")
        try sample.add(2, "b", "t", consent)
        try sample.add(20, "c", "t")
        let roster = try sample.published(on: "2026-06-01").roster
        #expect(
            roster.text == "35: c 2 c | c c", "3 others in `a` would follow from 13, and from the total if `c` stood")
        #expect(roster.unnamed.text == "23")
    }

    @Test func `where all are named, the counts say no more than the names`() throws {
        var sample = SampleRecords()
        try sample.add(3, "a", "s", NameConsent(given: day("2026-02-01"), withdrawn: nil))
        #expect(try sample.published(on: "2026-06-01").roster.text == "3: 3 0 0 | 3 0")
    }

    /// Every small set of champions, named or not, in two agencies and two kinds of site; grouped by all that a reader
    /// sees, names included.
    @Test func `an attacker who knows the rule and the names cannot pin down a hidden count`() throws {
        var groups: [String: (hidden: [Bool], values: [Set<Int>])] = [:]
        let counts = [0, 1, 2, 3, 5]
        for others in product(of: counts, 4) {
            for names in product(of: [0, 1], 4) {
                var sample = SampleRecords()
                let consent = NameConsent(given: try day("2026-02-01"), withdrawn: nil)
                for (cell, place) in [("a", "s"), ("a", "t"), ("b", "s"), ("b", "t")].enumerated() {
                    try sample.add(others[cell], place.0, place.1)
                    try sample.add(names[cell], place.0, place.1, consent)
                }
                let roster = try sample.published(on: "2026-06-01", threshold: 2).roster
                let all = zip(others, names).map { $0 + $1 }
                let truth = [all.reduce(0, +), all[0] + all[1], all[2] + all[3], all[0] + all[2], all[1] + all[3]]
                let shown =
                    [roster.total] + roster.agencies.prefix(2).map(\.coverage) + roster.siteKinds.map(\.coverage)
                let hidden = shown.map(\.champions.isHidden)
                var group = groups["\(names) \(roster.text)"] ?? (hidden, hidden.map { _ in [] })
                for cell in hidden.indices { group.values[cell].insert(truth[cell]) }
                groups["\(names) \(roster.text)"] = group
            }
        }
        for (text, group) in groups {
            for (isHidden, values) in zip(group.hidden, group.values) {
                #expect(isHidden ? values.count >= 2 : values.count == 1, "\(text): \(values)")
            }
        }
    }

    private func product(of values: [Int], _ length: Int) -> [[Int]] {
        guard length > 0 else { return [[]] }
        return product(of: values, length - 1).flatMap { rest in values.map { rest + [$0] } }
    }
}
