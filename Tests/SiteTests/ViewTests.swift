import CivilTime
import Diagnostics
import Markdown
import Schemas
import Testing

@testable import Content
@testable import Site

@Suite struct TermFinderTests {
    private func found(_ terms: [(String, [String])], in html: String) -> [String] {
        let entries = terms.enumerated().map { index, term in
            GlossaryEntry(id: ID("t\(index)"), term: term.0, meaning: "", also: term.1)
        }
        return TermFinder(entries).terms(in: Array(html.utf8)).map(\.term)
    }

    @Test(arguments: [
        ("<p>They groom children.</p>", true), ("GROOM", true), ("<b>groom</b>", true), ("a groom's", true),
        ("bridegroom", false), ("grooming", false), ("<a title=\"groom\">x</a>", false), ("gro<b>om</b>", false),
    ])
    func `a word is found as a whole, in the text`(_ html: String, _ isFound: Bool) {
        #expect(found([("groom", [])], in: html) == (isFound ? ["groom"] : []))
    }

    @Test func `terms of several words and other spellings are found, in the order of the glossary`() {
        let terms = [("Front door", ["MASH"]), ("Abuse", []), ("Front door team", [])]
        #expect(found(terms, in: "<p>abuse: ring the front\n<b>door</b></p>") == ["Front door", "Abuse"])
        #expect(found(terms, in: "Mash, front door team") == ["Front door", "Front door team"])
    }

    @Test func `signs that HTML escapes make no difference`() {
        #expect(found([("A&E", [])], in: "<p>Go to A&amp;E.</p>") == ["A&E"])
        #expect(found([("Zero <b>", [])], in: "<p>Zero</p>").isEmpty)
    }

    @Test(arguments: ["safeguar", "safeguard", "safeguardingboar", "safeguardingboard"])
    func `words of eight letters and more are told apart by all of them`(word: String) {
        #expect(found([(word, [])], in: "<p>\(word.uppercased())</p>") == [word])
        #expect(found([(word, [])], in: "<p>\(word)s, \(word.dropLast()), x\(word.dropFirst())</p>").isEmpty)
    }

    @Test func `letters of other languages are letters`() {
        #expect(found([("plé", [])], in: "<p>pléiade, ple</p>").isEmpty)
        #expect(found([("plé", [])], in: "<p>plé</p>") == ["plé"])
    }
}

@Suite struct TallyTests {
    private func tally(_ ratings: [ActionPlan.Rating]) throws -> Tally {
        let due = try day("2026-11-21")
        return Tally(
            ratings.map {
                ActionPlan.Action(
                    id: "a", what: "", how: "", owner: ID("council"), due: due, rating: $0, evidence: nil, note: nil,
                    carriedFrom: nil, history: [], location: .wholeFile("action-plan.yaml"))
            })
    }

    @Test(arguments: [(0, 0, 0), (0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (1, 8, 13), (1, 200, 1), (1, 201, 0)])
    func `the share of completed actions is rounded half up`(_ green: Int, _ all: Int, _ percent: Int) throws {
        let ratings = (0..<all).map { $0 < green ? ActionPlan.Rating.green : .red }
        #expect(try tally(ratings).greenPercent == percent)
    }

    @Test func `actions are counted by their ratings`() throws {
        let tally = try tally([.green, .amber, .amber, .red, .notStarted, .notStarted, .notStarted])
        #expect(tally.actions == 7 && tally.green == 1 && tally.amber == 2 && tally.red == 1 && tally.notStarted == 3)
    }
}

@Suite struct ContentsEntryTests {
    private func contents(_ markdown: String) -> [String] {
        let (document, _) = MarkdownParser().parse(
            Array(markdown.utf8)[...], path: "a.md", firstLine: 1, options: .init())
        return Views.ContentsEntry.entries(document.outline).flatMap { [$0.text] + $0.deeper.map { "- " + $0.text } }
    }

    @Test func `headings of the third level stand below those of the second`() {
        #expect(contents("## A\n\n### B\n\n### C\n\n## D\n\n#### E\n\n## F") == ["A", "- B", "- C", "D", "F"])
    }

    @Test func `with fewer than three headings there are no contents`() {
        #expect(contents("## A\n\n### B\n\n### C\n\n## D").isEmpty)
        #expect(contents("Text.").isEmpty)
    }
}

@Suite struct LetterTests {
    @Test func `names are grouped by their first letter, without regard to capitals`() {
        let groups = Views.Letter.groups(["bee", "Ant", "ape", "999", "101"]) { $0 }
        #expect(groups.map(\.letter) == ["0-9", "A", "B"])
        #expect(groups.map(\.entries) == [["101", "999"], ["Ant", "ape"], ["bee"]])
    }
}

@Suite struct LondonTimeTests {
    /// Clocks go forward at 01:00 GMT on 29 March 2026 and back at 02:00 BST on 25 October 2026.
    @Test(arguments: [
        ("2026-03-28", "23:59", "+00:00"), ("2026-03-29", "00:59", "+00:00"), ("2026-03-29", "01:00", "+01:00"),
        ("2026-03-29", "02:00", "+01:00"), ("2026-10-25", "00:59", "+01:00"), ("2026-10-25", "01:59", "+01:00"),
        ("2026-10-25", "02:00", "+00:00"), ("2026-10-26", "00:00", "+00:00"), ("2026-06-21", "12:00", "+01:00"),
        ("2026-12-21", "12:00", "+00:00"),
    ])
    func `the offset is that of the moment`(_ date: String, _ time: String, _ offset: String) throws {
        let moment = LondonTime.isoText(try day(date), try #require(ClockTime(iso: time)))
        #expect(moment == "\(date)T\(time):00\(offset)")
    }
}
