import Testing

@testable import Diagnostics

struct KeptFaultsTests {
    private let faults = [
        Diagnostic(.blamingWords, "\"promiscuous\" puts blame on the child", at: nil),
        Diagnostic(
            .undefinedAcronym, "a text\nof two lines\tand a tab", at: .wholeFile("content/a.md"), severity: .note,
            label: "", notes: [.init("no place"), .init("é", at: .wholeFile("b.md"))], help: "write it out"),
        Diagnostic(
            .hardToRead, "", at: Location(path: "content/a.md", start: Position(line: 7, column: 3), length: 4),
            notes: [.init("here", at: Location(path: "c.md", start: .start))]),
    ]

    @Test func `faults come back as they were kept`() throws {
        #expect(KeptFaults.faults(in: KeptFaults.texts(of: faults)) == faults)
        #expect(KeptFaults.faults(in: KeptFaults.texts(of: [])) == [])
    }

    @Test func `texts that were cut anywhere, or go on, are none`() {
        let texts = KeptFaults.texts(of: faults)
        for end in texts.indices { #expect(KeptFaults.faults(in: texts[..<end]) == nil, "\(end)") }
        #expect(KeptFaults.faults(in: texts + ["0"]) == nil)
    }
}
