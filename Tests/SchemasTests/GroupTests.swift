import Diagnostics
import Testing
import YAMLData

@testable import Schemas

@Suite struct GroupTests {
    @Test(arguments: [
        (
            "- a", "SP022 1:1 a visit is a group of keys, not a list (it has the keys: place, day, people, tags)"
        ),
        (
            "{ place: A, day: 2026-01-01, colour: red }",
            "SP020 1:30 a visit has no key \"colour\" [expected one of: place, day, people, tags]"
        ),
        (
            "{ place: A, day: 2026-01-01, tag: [red] }",
            "SP020 1:30 a visit has no key \"tag\" [expected one of: place, day, people, tags] (did you mean \"tags\"?)"
        ),
        ("{ place: A }", "SP021 1:1 \"day\" is missing (add `day:` (When.))"),
        ("{ place: A, day: }", "SP023 1:13 \"day\" has no value (When.)"),
    ])
    func `keys are compared with what may be there`(text: String, fault: String) throws {
        var reading = Reading()
        let node = try #require(YAMLReader.read(Array(text.utf8), path: "f").node)
        #expect(visits.value(of: node, &reading) == nil)
        #expect(
            reading.diagnostics.map {
                let place = $0.location.map { "\($0.start.line):\($0.start.column)" } ?? ""
                let marks = ($0.label.map { " [\($0)]" } ?? "") + ($0.help.map { " (\($0))" } ?? "")
                return "\($0.code.id) \(place) \($0.message)\(marks)"
            } == [fault])
    }

    @Test(arguments: [("agency", "an agency"), ("visit", "a visit"), ("`box` block", "a `box` block"), ("", "")])
    func `a noun gets its article`(noun: String, text: String) {
        #expect(noun.withArticle == text)
    }
}
