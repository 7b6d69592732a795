import Diagnostics
import Testing

@testable import Schemas

private struct Dog: Entity {
    static let entity = EntityKind(noun: "dog", home: "data/dogs.yaml")
    let id: ID<Dog>
}

@Suite struct ReferenceCheckTests {
    @Test(arguments: [
        (["rex"], ["rex", "rex"], []),
        (["rex", "rex"], [], ["SP030 the dog id \"rex\" is used twice (give one of the two another id)"]),
        (["rex"], ["rez"], ["SP031 there is no dog \"rez\" (did you mean \"rex\"?)"]),
        (["rex"], ["fido"], ["SP031 there is no dog \"fido\" (add it to data/dogs.yaml, or correct the id)"]),
        (
            [], ["a", "b"],
            [
                "SP031 there is no dog \"a\" (add it to data/dogs.yaml, or correct the id)",
                "SP031 there is no dog \"b\" (add it to data/dogs.yaml, or correct the id)",
            ]
        ),
    ])
    func `every id that is used is declared once`(declared: [String], used: [String], faults: [String]) {
        let draft = Draft("value", reading(declared, used))
        let (value, found) = draft.checked()
        #expect(found.map { "\($0.code.id) \($0.message) (\($0.help ?? ""))" } == faults)
        #expect(value == (faults.isEmpty ? "value" : nil))
    }

    @Test func `an id that stands twice is shown in both places`() throws {
        let fault = try #require(Draft(1, reading(["rex", "rex"], [])).checked().diagnostics.first)
        #expect(fault.location == place(2))
        #expect(fault.notes == [.init("it is first used here", at: place(1))])
    }

    @Test func `ids of different kinds do not meet`() {
        var reading = reading(["rex"], [])
        reading.declare(EntityKind(noun: "cat", home: "data/cats.yaml"), "rex", at: place(9))
        #expect(ReferenceCheck.faults(in: reading).isEmpty)
    }

    @Test func `what refers to an unread file is not held against anybody`() {
        var reading = reading([], ["fido"])
        reading.couldNotRead(Dog.entity)
        #expect(ReferenceCheck.faults(in: reading).isEmpty)
    }

    @Test func `two drafts may refer to each other's ids`() {
        let (both, faults) = Draft("a", reading([], ["rex"])).joined(with: Draft(1, reading(["rex"], []))).checked()
        #expect(both?.0 == "a" && both?.1 == 1)
        #expect(faults.isEmpty)
    }

    @Test func `a draft without a value stays without one`() {
        var reading = Reading()
        reading.report(.emptyValue, "nothing", at: place(1))
        #expect(Draft<Int>(nil, reading).joined(with: Draft(1, Reading())).checked().value == nil)
    }

    @Test func `a warning does not take the value away`() {
        var reading = Reading()
        reading.diagnostics.append(Diagnostic(.emptyValue, "careful", at: nil, severity: .warning))
        #expect(Draft(1, reading).checked().value == 1)
    }

    @Test func `a registry finds things by id and keeps their order`() {
        let dogs = Registry([Dog(id: ID("rex")), Dog(id: ID("ada"))])
        #expect(dogs.items.map(\.id.text) == ["rex", "ada"])
        #expect(dogs[ID("ada")].id.text == "ada")
        #expect(dogs.find(ID("fido")) == nil)
    }

    private func reading(_ declared: [String], _ used: [String]) -> Reading {
        var reading = Reading()
        for (index, id) in declared.enumerated() { reading.declare(Dog.entity, id, at: place(index + 1)) }
        for (index, id) in used.enumerated() { reading.refer(to: Dog.entity, id, at: place(100 + index)) }
        return reading
    }

    private func place(_ line: Int) -> Location { Location(path: "f", start: Position(line: line, column: 1)) }
}
