import Diagnostics
import Schemas
import Testing
import YAMLData

@testable import Content

@Suite struct ReadershipTests {
    @Test(
        arguments: [
            ("[everyone]", .published([.everyone])),
            ("[parents, young-people]", .published([.parents, .youngPeople])),
            ("[trainers]", .trainers),
        ] as [(String, Readership)])
    func `an audience is published or internal, never both`(text: String, readership: Readership) {
        #expect(read(text).value == readership)
    }

    @Test(arguments: [
        (
            "[parents, trainers]",
            "SP090 f:1:1 \"trainers\" cannot be mixed with audiences of the public site "
                + "(write `audience: [trainers]` to keep the page internal, or leave \"trainers\" out)"
        ),
        (
            "[trainers, trainers]",
            "SP090 f:1:1 \"trainers\" cannot be mixed with audiences of the public site "
                + "(write `audience: [trainers]` to keep the page internal, or leave \"trainers\" out)"
        ),
        (
            "[trianers]",
            "SP014 f:1:2 unknown audience \"trianers\" [expected one of: everyone, parents, young-people, professionals, "
                + "schools, businesses, trainers] (did you mean \"trainers\"?)"
        ),
        (
            "[Trainers]",
            "SP014 f:1:2 unknown audience \"Trainers\" [expected one of: everyone, parents, young-people, professionals, "
                + "schools, businesses, trainers] (did you mean \"trainers\"?)"
        ),
        ("[]", "SP023 f:1:1 this list must have at least one item"),
        (
            "trainers",
            "SP022 f:1:1 a list is wanted here, not a single value "
                + "(write it as `[first, second]`, or one item a line, each after `- `)"
        ),
    ])
    func `what could publish an internal page is refused`(text: String, fault: String) {
        let (value, faults) = read(text)
        #expect(value == nil)
        #expect(faults.map(\.line) == [fault])
    }

    @Test func `a readership tells its audiences`() {
        #expect(Readership.trainers.audiences == [.trainers])
        #expect(Readership.published([.schools]).audiences == [.schools])
    }

    private func read(_ text: String) -> (value: Readership?, faults: [Diagnostic]) {
        var reading = Reading()
        let value = YAMLReader.read(Array(text.utf8), path: "f").node.flatMap {
            Reader.readership.value(of: $0, &reading)
        }
        return (value, reading.diagnostics)
    }
}
