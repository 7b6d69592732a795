import CivilTime
import Diagnostics
import Testing
import YAMLData

@testable import Schemas

struct Visit: Equatable {
    let place: String
    let day: CivilDate
    let people: Int?
    let tags: [Colour]
}

enum Colour: String, CaseIterable { case red, amber, green }

let visits: Reader<Visit> = .object(
    "visit", "A visit to premises.",
    required("place", .text, "Where."),
    required("day", .date, "When."),
    optional("people", .integer(0...99), "How many came."),
    list("tags", .word("colour"), "Colours."),
    as: Visit.init)

@Suite struct ReaderTests {
    @Test func `a whole group becomes a value`() throws {
        let (value, reading) = read("place: ' The  Bell '\nday: 2026-02-28\npeople: 4\ntags: [red, green]")
        let day = try #require(CivilDate(iso: "2026-02-28"))
        #expect(value == Visit(place: "The Bell", day: day, people: 4, tags: [.red, .green]))
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func `a list that is faulty throughout is not read to its end`() {
        let wrong = String(repeating: "violet, ", count: 5_000)
        let (value, reading) = read("place: A\nday: 2026-02-28\ntags: [\(wrong)red]")
        #expect(value == nil)
        #expect(reading.diagnostics.count == 1_001)
        #expect(reading.diagnostics.last?.code == .moreOfTheKind)
        #expect(reading.diagnostics.last?.message == "the 4001 items behind this one were not read")
    }

    @Test func `what is optional may be left out or left empty`() throws {
        let (value, _) = read("place: A\nday: 2026-02-28\npeople:")
        #expect(value?.people == nil)
        #expect(value?.tags == [])
    }

    @Test func `all faults of a group come in one run`() {
        let (value, reading) = read("plaice: A\nday: 2026-02-30\npeople: many\ntags: [red, ambre]")
        #expect(value == nil)
        #expect(
            reading.diagnostics.sortedByPlace().map { "\($0.code.id) \($0.message)" } == [
                "SP020 a visit has no key \"plaice\"",
                "SP021 \"place\" is missing",
                "SP024 \"2026-02-30\" is not a date",
                "SP022 \"many\" is not a whole number from 0 to 99",
                "SP014 unknown colour \"ambre\"",
            ])
        #expect(reading.diagnostics.compactMap(\.help).contains("did you mean \"amber\"?"))
    }

    @Test(arguments: ["1e3", "+1", "1 ", "0x1", "ten", "", "-1", "100"])
    func `only plain whole numbers in range are numbers`(text: String) {
        let (value, _) = read("place: A\nday: 2026-02-28\npeople: \"\(text)\"")
        #expect(value?.people == (text == "1 " ? 1 : nil))
    }

    @Test(arguments: [
        "javascript:alert(1)", "https://", "https://user@host/", "https://a b/", "https://a/\"x", "//host/", "/path/",
    ])
    func `an address that is not a plain web address is refused`(text: String) {
        #expect(!WebAddress.isWellFormed(text))
    }

    @Test(arguments: ["https://a", "http://a.example/b?c=d&e=%20#f", "https://[::1]:80/"])
    func `a plain web address is taken`(text: String) {
        #expect(WebAddress.isWellFormed(text))
    }

    @Test(arguments: ["a\u{202E}b", #"a\u202Eb"#, #"a\U0000202Eb"#])
    func `text that reorders its reader is refused, however it is written`(text: String) {
        let (value, reading) = read("place: \"\(text)\"\nday: 2026-02-28")
        #expect(value == nil)
        #expect(reading.diagnostics.first?.message == "the text holds the invisible character U+202E")
    }

    private func read(_ text: String) -> (Visit?, Reading) {
        var reading = Reading()
        guard let node = YAMLReader.read(Array(text.utf8), path: "f").node else { return (nil, reading) }
        let value = visits.value(of: node, &reading)
        return (value, reading)
    }
}
