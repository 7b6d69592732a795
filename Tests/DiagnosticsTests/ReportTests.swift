import Testing

@testable import Diagnostics

@Suite struct ReportTests {
    private let fault = Diagnostic(
        .unknownWord, "unknown audience \"trianers\"",
        at: Location(path: "content/a.md", start: Position(line: 5, column: 12), length: 8),
        label: "expected one of: everyone, trainers",
        notes: [.init("it is read here", at: Location(path: "b.md", start: .start))],
        help: "did you mean \"trainers\"?")

    private func report(_ format: ReportFormat, line: String? = "audience: [trianers]") -> String {
        format.report([fault], source: { _, _ in line })
    }

    @Test func `people see the line, a caret and what to do`() {
        #expect(
            report(.human) == """
                error[SP014]: unknown audience "trianers"
                  --> content/a.md:5:12
                5 | audience: [trianers]
                  |            ^^^^^^^^ expected one of: everyone, trainers
                  = note: it is read here (b.md:1:1)
                  = help: did you mean "trainers"?

                """)
    }

    @Test func `a file that cannot be shown still has its place`() {
        #expect(report(.human, line: nil).contains("  --> content/a.md:5:12\n  = note: expected one of"))
    }

    @Test func `a line cannot steer the terminal`() {
        #expect(report(.human, line: "audience: [\u{1B}[31m\u{202E}").contains("5 | audience: [·[31m·\n"))
    }

    @Test func `a very long line is cut around the caret`() {
        let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
        let far = Diagnostic(
            .unknownWord, "m", at: Location(path: "f", start: Position(line: 1, column: 501), length: 4))
        let lines = ReportFormat.human.report([far], source: { _, _ in line }).split(separator: "\n")
        #expect(lines[2].count < 180)
        let caret = lines[3].firstIndex(of: "^").map { lines[3].distance(from: lines[3].startIndex, to: $0) } ?? 0
        #expect(lines[2].dropFirst(caret).hasPrefix("HERE"))
    }

    @Test func `programs get the same facts as JSON`() {
        #expect(
            report(.json) == """
                [
                  {
                    "code": "SP014",
                    "severity": "error",
                    "message": "unknown audience \\"trianers\\"",
                    "location": {
                      "path": "content/a.md",
                      "line": 5,
                      "column": 12,
                      "length": 8
                    },
                    "label": "expected one of: everyone, trainers",
                    "notes": [
                      {
                        "message": "it is read here",
                        "location": {
                          "path": "b.md",
                          "line": 1,
                          "column": 1,
                          "length": 1
                        }
                      }
                    ],
                    "help": "did you mean \\"trainers\\"?"
                  }
                ]

                """)
    }

    @Test func `SARIF names the rule, the level and the region`() {
        let text = report(.sarif)
        #expect(text.contains(#""ruleId": "SP014""#))
        #expect(text.contains(#""uri": "content/a.md""#))
        #expect(text.contains(#""endColumn": 20"#))
    }

    @Test func `a message cannot start a workflow command of its own`() {
        let sly = Diagnostic(.unknownWord, "a\n::set-env name=X::1", at: Location(path: "a,b:c.md", start: .start))
        #expect(
            ReportFormat.github.report([sly], source: { _, _ in nil })
                == "::error file=a%2Cb%3Ac.md,line=1,col=1,endColumn=2,title=SP014::a%0A::set-env name=X::1\n")
    }
}
