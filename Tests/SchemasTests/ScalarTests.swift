import CivilTime
import Diagnostics
import Testing
import YAMLData

@testable import Schemas

/// What a single value may be, and what is said where it is not.
@Suite struct ScalarTests {
    private static let readers: [String: Reader<String>] = [
        "text": .text, "short": .text(upTo: 5), "prose": .prose, "web": .webAddress, "email": .emailAddress,
        "phone": .telephone, "path": .sitePath, "word": .word, "language": .languageTag, "site": .baseAddress,
        "colour": .oneOf(["red", "green"], noun: "colour"), "date": Reader.date.map(\.description),
        "time": Reader.clockTime.map(\.description), "whole": Reader.integer(1...9).map { "\($0)" },
        "number": Reader.number.map { "\($0)" }, "flag": Reader.flag.map { "\($0)" },
    ]

    @Test(arguments: [
        ("text", "' a  b\tc '", "a b c"), ("text", "|\n  a\n  b", "a b"), ("text", "12", "12"),
        ("prose", "|\n  a\n\n  b", "a\n\nb"), ("short", "ééééé", "ééééé"),
        ("phone", "+44 1632 960001", "+44 1632 960001"), ("phone", "999", "999"),
        ("path", "/a/b-c/", "/a/b-c/"), ("word", "a-1", "a-1"), ("language", "pa-Guru", "pa-Guru"),
        ("site", "https://a.example/b", "https://a.example/b/"), ("colour", "red", "red"),
        ("date", "2026-02-28", "2026-02-28"), ("time", "\"09:30\"", "09:30"), ("whole", "09", "9"),
        ("number", "2.50", "2.5"), ("flag", "true", "true"), ("email", "a.b+c@d-e.example", "a.b+c@d-e.example"),
    ])
    func `a good value is taken`(reader: String, text: String, value: String) throws {
        #expect(try read(reader, text).value == value)
    }

    @Test(arguments: [
        ("text", "[a]", "SP022 a line of text is wanted here, not a list", nil),
        ("text", "{a: b}", "SP022 a line of text is wanted here, not a group of keys", nil),
        ("text", "' '", "SP023 a line of text is wanted here, and nothing is given", nil),
        ("prose", "~", "SP023 text is wanted here, and nothing is given", nil),
        (
            "text", "\"a\u{200B}\u{2066}b\"", "SP027 the text holds the invisible character U+2066",
            "delete it and type the text again"
        ),
        (
            "text", "\"a\\0b\"", "SP027 the text holds the invisible character U+0000",
            "delete it and type the text again"
        ),
        ("short", "abcdef", "SP026 this is 6 characters long; at most 5 fit", "shorten it"),
        (
            "web", "www.example.org", "SP025 \"www.example.org\" is not a web address",
            "write the whole address, such as https://www.example.org/page"
        ),
        ("email", "a@b", "SP025 \"a@b\" is not an e-mail address", nil),
        ("email", "a@b@c.example", "SP025 \"a@b@c.example\" is not an e-mail address", nil),
        ("phone", "0800 CALL", "SP025 \"0800 CALL\" is not a telephone number", "write digits and spaces only"),
        ("phone", "9", "SP025 \"9\" is not a telephone number", "write digits and spaces only"),
        (
            "path", "/../a/", "SP025 \"/../a/\" is not a path such as /old/page/",
            "start and end it with a slash, and use letters, digits and hyphens"
        ),
        (
            "path", "/", "SP025 \"/\" is not a path such as /old/page/",
            "start and end it with a slash, and use letters, digits and hyphens"
        ),
        ("word", "A b", "SP032 \"A b\" is not a short name in lower-case letters, digits and hyphens", nil),
        ("language", "English", "SP025 \"English\" is not a language tag such as en or cy", nil),
        (
            "site", "https://a.example/?b", "SP025 \"https://a.example/?b\" is not the address of a site",
            "write the whole address, such as https://www.example.org/"
        ),
        ("colour", "gren", "SP014 unknown colour \"gren\"", "did you mean \"green\"?"),
        (
            "date", "2026-02-29", "SP024 \"2026-02-29\" is not a date",
            "write it as year-month-day, such as 2026-09-01"
        ),
        (
            "time", "24:00", "SP024 \"24:00\" is not a time", "write it on the 24-hour clock, such as \"09:30\""
        ),
        ("whole", "10", "SP022 \"10\" is not a whole number from 1 to 9", nil),
        (
            "whole", "99999999999999999999", "SP022 \"99999999999999999999\" is not a whole number from 1 to 9", nil
        ),
        ("number", "-1", "SP022 \"-1\" is not a number", nil),
        ("number", "1.2.3", "SP022 \"1.2.3\" is not a number", nil),
        ("flag", "yes", "SP022 \"yes\" is not true or false", nil),
    ])
    func `a bad value is named with its rule`(reader: String, text: String, fault: String, help: String?) throws {
        let (value, faults) = try read(reader, text)
        #expect(value == nil)
        #expect(faults.map { "\($0.code.id) \($0.message)" } == [fault])
        #expect(faults.first?.help == help)
        #expect(faults.first?.location?.start == Position(line: 1, column: 4))
    }

    @Test func `a number that no computer holds is none`() throws {
        #expect(try read("number", String(repeating: "9", count: 400)).value == nil)
    }

    @Test(arguments: [
        ("", []), ("[]", []), ("~", []), ("[a, b]", ["a", "b"]),
    ])
    func `a list may be empty or left empty`(text: String, items: [String]) throws {
        var reading = Reading()
        #expect(Reader.list(of: Reader.text).value(of: try node(text), &reading) == items)
    }

    @Test func `every faulty item of a list is told`() throws {
        var reading = Reading()
        #expect(Reader.list(of: Reader.flag).value(of: try node("[true, yes, no]"), &reading) == nil)
        #expect(reading.diagnostics.count == 2)
    }

    private func read(_ reader: String, _ text: String) throws -> (value: String?, faults: [Diagnostic]) {
        let reader = try #require(Self.readers[reader])
        var reading = Reading()
        let value = reader.value(of: try node(text), &reading)
        return (value, reading.diagnostics)
    }

    /// The value behind `k: `, which starts in column 4.
    private func node(_ text: String) throws -> YAMLNode {
        let document = try #require(YAMLReader.read(Array("k: \(text)\n".utf8), path: "f").node)
        guard case .mapping(let entries) = document.value else { throw Unexpected() }
        return entries[0].value
    }

    private struct Unexpected: Error {}
}
