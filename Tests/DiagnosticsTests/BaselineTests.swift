import Diagnostics
import Testing

struct BaselineTests {
    private func warning(_ message: String, line: Int = 3) -> Diagnostic {
        Diagnostic(.overdueReview, message, at: Location(path: "content/a.md", start: Position(line: line, column: 1)))
    }

    private let error = Diagnostic(.brokenLink, "no page", at: nil)

    @Test func `what is in the baseline is left out, wherever in the file it stands now`() {
        let baseline = Baseline([warning("old")])
        let (new, gone) = baseline.new(among: [warning("old", line: 90), warning("new")])
        #expect(new.map(\.message) == ["new"])
        #expect(gone == 0)
    }

    @Test func `a second fault of the same words is a new one`() {
        let baseline = Baseline([warning("old")])
        #expect(baseline.new(among: [warning("old"), warning("old", line: 5)]).faults.count == 1)
    }

    @Test func `errors are never taken in`() {
        let baseline = Baseline([error, warning("old")])
        #expect(baseline.count == 1)
        #expect(baseline.new(among: [error]).faults == [error])
    }

    @Test func `what has been put right is counted`() {
        #expect(Baseline([warning("a"), warning("b")]).new(among: [warning("b")]).gone == 1)
    }

    @Test func `a file says what was written into it`() {
        let faults = [warning("a"), warning("a"), warning("with\ttab and\nline")]
        let file = SourceFile(path: "old.txt", bytes: Array(Baseline(faults).text.utf8))
        let (baseline, wrong) = Baseline.read(file)
        #expect(wrong.isEmpty)
        #expect(baseline == Baseline(faults))
        #expect(baseline.new(among: faults).faults.isEmpty)
    }

    @Test(arguments: ["x", "0\tSP265\ta\tb", "1\tSP999\ta\tb", "1\tSP265\ta"])
    func `a line that is no entry is named`(_ line: String) {
        let (_, wrong) = Baseline.read(SourceFile(path: "old.txt", bytes: Array("# head\n\(line)\n".utf8)))
        #expect(wrong.map(\.code) == [.unusableBaseline])
        #expect(wrong.first?.location?.start.line == 2)
    }
}
