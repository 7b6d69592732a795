import Diagnostics
import Schemas
import Testing

@testable import Content
@testable import Disclosure
@testable import Training

/// Numbers that look like somebody's own, and numbers that do not.
@Suite struct GateNumberTests {
    @Test(arguments: [
        "AB123456C", "ab 12 34 56 c", "JG 103759 A", "(AB123456D)", "401 023 2137", "4010232137", "943-476-5919",
        "B820432109001", "b820432109001.",
    ])
    func `a number of a person`(text: String) async throws {
        #expect(try await findings(in: text) == ["SP096"])
    }

    @Test(arguments: [
        "QQ123456C", "DA123456C", "AO123456C", "GB123456C", "AB123456E", "AB1234567C", "XAB123456C", "AB123456CD",
        "4010232138", "0198526636", "ISBN 4010232137", "ISBN-10: 4010232137", "0-19-852663-6", "978-0-19-852663-6",
        "401 0232 137", "/4010232137/", "12 401 023 2137", "4010232137.5", "A820432109001",
        "B8204321090011", "2026-11-21", "1 000 000 000", "20270310T093000", "v4.010.2321",
    ])
    func `a number of nobody`(text: String) async throws {
        #expect(try await findings(in: text).isEmpty)
    }

    @Test(arguments: [
        "07700 900123", "07700900123", "+44 7700 900 123", "+44 (0) 7700 900123", "0044 7700 900123",
        "tel:+447700900123",
        "<b>07700</b> 900123", "<td>07700</td><td>900 123</td>", "077<b>00</b> 900123", "07700<br>900123",
        "٠٧٧٠٠ ٩٠٠١٢٣", "০৭৭০০ ৯০০১২৩", "０７７００ ９００１２３", "07700\u{2011}900123",
        "(01632) 960 123", "01632-960123", "020 7946 0123", "016977 2345", "Call 07700.900.123.", "%2B447700900123",
    ])
    func `a telephone number that may be somebody's own`(text: String) async throws {
        #expect(try await findings(in: text) == ["SP095"])
    }

    @Test(arguments: [
        "0800 1111", "0808 800 5000", "03450 000 000", "116 000", "999", "01/02/2026", "0.0123456789", "x07700900123",
        "077009001234567", "01632 960001", "+44 1632 960001", "M01 2 03 4", "2026-01632-960123",
    ])
    func `a number that is no person's, or the board's own`(text: String) async throws {
        #expect(try await findings(in: text).isEmpty)
    }

    @Test(arguments: [
        "jo@else.example", "mailto:jo%40else.example", "<jo.b+x@else.example>", "jo&#64;else.example",
        "jo@else.example.",
        "<b>jo</b>@else.example",
    ])
    func `an address that is no contact's`(text: String) async throws {
        #expect(try await findings(in: text) == ["SP094"])
    }

    @Test(arguments: [
        "hello@testshire.example", "HELLO@Testshire.example.", "sign@2x.png", "@media print", "https://x.example/@jo",
        "UID:2027-03-10-aware@x.example", "a @ b.example", "jo@localhost",
    ])
    func `what is no address, or the board's own`(text: String) async throws {
        #expect(try await findings(in: text).isEmpty)
    }

    private func findings(in text: String) async throws -> [String] {
        let published = PublishedContacts(contacts: [try .testshirePolice], boardAddress: "hello@testshire.example")
        let gate = PersonalDataGate(records: .none, phrases: [], published: published, asOf: try day("2026-06-01"))
        return await gate.scan([("a.html", Array("<p>\(text)</p>".utf8))]).diagnostics.map(\.code.id)
    }
}
