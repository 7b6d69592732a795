import Testing

@testable import Diagnostics

@Suite struct CountedFaultsTests {
    private func faults(_ count: Int, _ code: DiagnosticCode, in path: String) -> [Diagnostic] {
        (0..<count).map { line in
            Diagnostic(code, "m", at: Location(path: path, start: Position(line: line + 1, column: 1)))
        }
    }

    @Test func `many faults of one kind in a file are shown in part, and the rest are counted`() {
        let counted = faults(120, .unknownKey, in: "a.md").counted()
        #expect(counted.count == 51)
        #expect(counted.last?.message == "and 70 more of SP020 in this file")
        #expect(counted.last?.location?.path == "a.md")
    }

    @Test func `few faults stay as they are`() {
        let few = faults(50, .unknownKey, in: "a.md") + faults(50, .unknownKey, in: "b.md")
        #expect(few.counted() == few)
    }

    @Test func `another kind, another file and faults without a place are counted apart`() {
        let none = [Diagnostic](repeating: Diagnostic(.missingFolder, "m", at: nil), count: 60)
        let all = none + faults(60, .unknownKey, in: "a.md") + faults(9, .missingKey, in: "a.md")
        #expect(all.counted().count == 60 + 51 + 9)
    }
}

extension CountedFaultsTests {
    @Test func `of a folder full of faulty files the first are shown, and the rest are counted`() {
        let files = (0..<900).map { Diagnostic(.strayFile, "m", at: .wholeFile("content/many/\($0).txt")) }
        let other = Diagnostic(.strayFile, "m", at: .wholeFile("content/few/a.txt"))
        let counted = (files + [other]).counted()
        #expect(counted.count == 502)
        #expect(counted[500].message == "and 400 more of SP037 in this folder")
        #expect(counted[500].location?.path == "content/many")
        #expect(counted.last == other)
    }
}
