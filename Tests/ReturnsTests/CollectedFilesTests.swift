import Diagnostics
import Returns
import Schemas
import Testing

struct CollectedFilesTests {
    private static let ash = ["id: ash, name: Ash School, phase: primary"]

    private func faults(_ answers: Answers) -> [String] {
        answers.draft().checked().diagnostics.map { "\($0.code) \($0.message)" }
    }

    private func faults(ofReturn text: String, round: String = "2026") -> [String] {
        faults(Answers(schools: Self.ash, returns: [round: text]))
    }

    @Test func `a board that asks nobody has neither`() throws {
        var reading = Reading()
        let whole = CollectedFiles([]) { $0 }.read(&reading)
        #expect(whole?.assessment == nil && whole?.outreach == nil && whole != nil && reading.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("element: led, rating: good", #"SP249 there is no element "led""#),
        ("element: lead, rating: great", #"SP249 there is no rating "great""#),
        ("element: lead, rating: good, evidence: [polcy]", #"SP249 there is no theme of evidence "polcy""#),
    ])
    func `an answer names what is listed`(_ answer: String, _ fault: String) {
        #expect(
            faults(ofReturn: "- { school: ash, received: 2026-05-01, answers: [{ \(answer) }] }") == [fault])
    }

    @Test func `returns are of a school and of a round that there are`() {
        let row = "- { school: elm, received: 2026-05-01 }"
        #expect(faults(ofReturn: row).map { $0.prefix(5) } == ["SP031"])
        #expect(
            faults(ofReturn: "- { school: ash, received: 2026-05-01 }", round: "2062")
                == [#"SP249 there is no round "2062""#])
    }

    @Test func `a school answers once in a round`() {
        let row = "- { school: ash, received: 2026-05-01 }\n"
        #expect(faults(ofReturn: row + row) == [#"SP250 "ash" stands twice among the returns of "2026""#])
    }

    @Test func `a school is of a phase that is listed`() {
        #expect(
            faults(Answers(schools: ["id: ash, name: Ash, phase: primry"])) == [#"SP249 there is no phase "primry""#])
    }

    @Test func `returns without a frame are told where it belongs`() {
        var answers = Answers(schools: [], returns: ["2026": "[]"])
        answers.files["self-assessment.yaml"] = nil
        #expect(faults(answers) == ["SP249 these returns belong to no round"])
    }

    @Test(arguments: [
        ("business: grand, on: 2026-05-01, response: maybe", #"SP249 there is no response "maybe""#),
        (
            "business: grand, on: 2026-05-01, response: joined, follow_up: 2026-05-01",
            #"SP029 "grand" was seen on 2026-05-01, and is to be seen again by 2026-05-01"#
        ),
    ])
    func `a contact makes sense`(_ contact: String, _ fault: String) {
        #expect(faults(Answers(schools: [], outreach: [contact])) == [fault])
    }

    @Test func `a contact is with a business that is listed`() {
        let fault = faults(Answers(schools: [], outreach: ["business: pub, on: 2026-05-01, response: joined"]))
        #expect(fault.map { $0.prefix(5) } == ["SP031"])
    }

    @Test func `rounds and periods stand in their order`() {
        var answers = Answers(schools: [], outreach: [])
        answers.files["self-assessment.yaml"] = Answers.frame.split(separator: "due: 2026")
            .joined(separator: "due: 2024")
        answers.files["outreach.yaml"] = Answers.outreach.split(separator: "from: 2026-04")
            .joined(separator: "from: 2026-03")
        #expect(faults(answers).map { $0.prefix(5) } == ["SP029", "SP029"])
    }
}
