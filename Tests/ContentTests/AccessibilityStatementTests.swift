import Diagnostics
import Schemas
import Testing

@testable import Content

struct AccessibilityStatementTests {
    private static let issue = "{ id: film, what: No sound., because: non-compliance, criteria: [1.2.5], why: Old. }"

    private static func statement(_ keys: [String: String] = [:]) -> String {
        let usual = [
            "kind": "accessibility", "compliance": "partial", "able": "[use a keyboard]", "issues": "[\(issue)]",
            "contact": "police", "reply": "Soon.", "tested": "By hand.", "prepared": "2026-09-01",
        ]
        let all = usual.merging(keys) { $1 }.sorted { $0.key < $1.key }
        return TinyBoard.page(all.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
    }

    private static func faults(_ keys: [String: String]) async -> [String] {
        await TinyBoard().with("a.md", statement(keys)).read().diagnostics.map(\.message)
    }

    @Test func `a statement of each status can be made`() async {
        #expect(await Self.faults([:]).isEmpty)
        #expect(await Self.faults(["compliance": "none"]).isEmpty)
        #expect(await Self.faults(["compliance": "full", "issues": "[]", "audited": "2026-09-01"]).isEmpty)
    }

    @Test func `issues that the regulations do not cover leave a site fully compliant`() async {
        let outside = "[{ id: pdf, what: A PDF., because: out-of-scope, why: Old. }]"
        #expect(await Self.faults(["compliance": "full", "issues": outside, "audited": "2026-09-01"]).isEmpty)
    }

    @Test func `fully compliant is refused without a dated audit`() async {
        let found = await Self.faults(["compliance": "full", "issues": "[]"])
        #expect(found == ["\"fully compliant\" may not be claimed without a dated audit"])
    }

    @Test func `fully compliant is refused while a failing criterion is known`() async {
        let found = await Self.faults(["compliance": "full", "audited": "2026-09-01"])
        #expect(found == ["\"fully compliant\" contradicts the issue \"film\", which is `because: non-compliance`"])
    }

    @Test(arguments: ["partial", "none"])
    func `any other status says why`(_ status: String) async {
        let found = await Self.faults(["compliance": status, "issues": "[]"])
        #expect(found == ["the statement says that the site is not fully compliant, and does not say why"])
    }

    @Test(arguments: ["1.2.6", "2.5.5", "9.9.9", "AA"])
    func `criteria are those of levels A and AA`(_ criterion: String) async {
        let issue = "[{ id: film, what: W., because: non-compliance, criteria: [\"\(criterion)\"], why: Old. }]"
        #expect(await Self.faults(["issues": issue]).first?.hasPrefix("unknown success criterion") == true)
    }

    @Test func `an issue that is no other's fault names its criteria`() async {
        let issue = "[{ id: film, what: W., because: non-compliance, why: Old. }]"
        #expect(
            await Self.faults(["issues": issue]) == ["the issue \"film\" does not say which success criterion it fails"]
        )
    }

    private static let settings = (TinyBoard().files["signpost.yaml"] ?? "") + "\nlanguages: [cy]\n"

    private static func welsh(_ version: String) -> String {
        """
        ---
        title: Datganiad
        summary: Am hyn.
        translated_from: \(version)
        able: [defnyddio bysellfwrdd]
        issues: [{ id: film, what: Dim sain., why: Hen. }]
        reply: Cyn hir.
        tested: Â llaw.
        ---

        Testun.
        """
    }

    private static func read(_ version: String, _ original: String) async -> (Board?, [Diagnostic]) {
        let board = TinyBoard().with("signpost.yaml", settings).with("a.md", original)
        let (value, faults) = await board.with("a.cy.md", welsh(version)).read()
        return (value, faults)
    }

    private static func version(of original: String) async throws -> String {
        let help = try #require(await read("\"00000000\"", original).1.first { $0.code == .staleTranslation }?.help)
        return "\"" + String(help.split(separator: " ").last?.dropLast() ?? "") + "\""
    }

    @Test func `a translation words the issues, and takes their facts from the original`() async throws {
        let (board, faults) = await Self.read(try await Self.version(of: Self.statement()), Self.statement())
        #expect(faults.isEmpty, "\(faults)")
        guard case .accessibility(let statement)? = board?.pages.find(ID("cy/a"))?.kind else {
            Issue.record("no statement in Welsh")
            return
        }
        #expect(statement.issues.map(\.what) == ["Dim sain."])
        #expect(statement.issues.map(\.criteria) == [["1.2.5"]] && statement.compliance.value == .partial)
    }

    @Test func `a new date of an issue leaves the translation as good as it was, and new words do not`() async throws {
        let before = try await Self.version(of: Self.statement())
        let dated = Self.issue.replacing("why:", with: "fixed_by: 2027-01-01, why:")
        #expect(try await Self.version(of: Self.statement(["issues": "[\(dated)]"])) == before)
        let reworded = Self.issue.replacing("No sound.", with: "No captions.")
        #expect(try await Self.version(of: Self.statement(["issues": "[\(reworded)]"])) != before)
    }
}
