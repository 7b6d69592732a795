import Schemas
import Testing

@testable import Training

@Suite struct DuplicatesTests {
    @Test(arguments: [
        ("Ann Oakwhistle", "Oakwhistle, Ann", "same name, same agency"),
        ("Ann Oakwhistle", "ann  OAKWHISTLE", "same name, same agency"),
        ("Ann Oakwhistle", "Anne Oakwhistle", "nearly the same name, same agency"),
        ("Ann Oakwhistle", "Ann Oakwhislte", "nearly the same name, same agency"),
        ("Ann Oakwhistle", "Ann Oakwhiztle", "nearly the same name, same agency"),
        ("José Elmpondle", "Jose Elmpondle", "nearly the same name, same agency"),
    ])
    func `names that are nearly the same in one agency look alike`(a: String, b: String, reason: String) {
        #expect(pairs([person("p-1", a), person("p-2", b)]) == ["p-1 p-2 \(reason)"])
    }

    @Test func `one address is enough, whatever the agency and the letter case`() {
        let two = [
            person("p-1", "Ann Oak", email: "A.Oak@x.example"),
            person("p-2", "Bo Elm", agency: "health", email: "a.oak@X.example"),
        ]
        #expect(pairs(two) == ["p-1 p-2 same e-mail address"])
    }

    @Test func `others do not`() {
        #expect(pairs([person("p-1", "Ann Oakwhistle"), person("p-2", "Ann Oakwhistle", agency: "health")]).isEmpty)
        #expect(pairs([person("p-1", "Ann Lee"), person("p-2", "Anna Lee")]).isEmpty, "too short to tell")
        #expect(pairs([person("p-1", "Ann Oakwhistle"), person("p-2", "Bea Oakwhistle")]).isEmpty)
    }

    @Test func `what somebody has decided is not asked again`() {
        var merged = person("p-2", "Ann Oakwhistle")
        merged.sameAs = ID("p-1")
        #expect(pairs([person("p-1", "Ann Oakwhistle"), merged]).isEmpty)
        var other = person("p-2", "Ann Oakwhistle")
        other.notSameAs = ID("p-1")
        #expect(pairs([person("p-1", "Ann Oakwhistle"), other]).isEmpty)
        #expect(pairs([person("erased-1", "Erased"), person("erased-2", "Erased")]).isEmpty)
    }

    private func person(_ id: String, _ name: String, agency: String = "police", email: String? = nil) -> Person {
        Person(id: ID(id), name: name, email: email, agency: ID(agency), roleGroup: ID("r"), siteKind: nil)
    }

    private func pairs(_ people: [Person]) -> [String] {
        Duplicates(Registry(people)).pairs.map { "\($0.first.id) \($0.second.id) \($0.reason.rawValue)" }
    }
}
