import Diagnostics
import Schemas
import Testing

struct MentionListTests {
    private static let person = EntityKind(noun: "person", home: "people.yaml")
    private static let agency = EntityKind(noun: "agency", home: "agencies.yaml")

    private func list(_ entity: EntityKind, _ ids: [String]) -> MentionList {
        var list = MentionList(of: entity, in: "people.yaml")
        for (index, id) in ids.enumerated() {
            list.mention(list.add(id), at: Spot(line: index + 1, column: 5, length: id.utf8.count))
        }
        return list
    }

    private func faults(_ reading: Reading) -> [String] {
        ReferenceCheck.faults(in: reading).map { "\($0.code.id) \($0.location?.start.line ?? 0): \($0.message)" }
    }

    @Test func `an id that stands twice in a list is reported at its second place`() {
        var reading = Reading()
        reading.declare(list(Self.person, ["p-1", "p-2", "p-1"]))
        #expect(faults(reading) == ["SP030 3: the person id \"p-1\" is used twice"])
    }

    @Test func `ids of two lists are one space of names too`() {
        var reading = Reading()
        reading.declare(list(Self.person, ["p-1", "p-2"]))
        reading.declare(list(Self.person, ["p-3", "p-2", "p-3"]))
        #expect(
            faults(reading) == [
                "SP030 2: the person id \"p-2\" is used twice", "SP030 3: the person id \"p-3\" is used twice",
            ])
    }

    @Test func `ids of a list and single ones are one space of names`() {
        var reading = Reading()
        reading.declare(list(Self.person, ["p-1"]))
        reading.declare(Self.person, "p-1", at: Location(path: "b.yaml", start: Position(line: 9, column: 1)))
        reading.refer(to: Self.person, "p-1", at: Location(path: "c.yaml", start: .start))
        #expect(faults(reading) == ["SP030 9: the person id \"p-1\" is used twice"])
    }

    @Test func `every place of an id that nobody declares is reported, and known neighbours are not`() {
        var reading = Reading()
        reading.declare(Self.agency, "police", at: Location(path: "agencies.yaml", start: .start))
        reading.refer(to: list(Self.agency, ["police", "polcie", "police", "polcie"]))
        #expect(
            faults(reading) == ["SP031 2: there is no agency \"polcie\"", "SP031 4: there is no agency \"polcie\""])
    }

    @Test func `a list is not held against a file that could not be read`() {
        var reading = Reading()
        reading.couldNotRead(Self.agency)
        reading.refer(to: list(Self.agency, ["police"]))
        #expect(faults(reading).isEmpty)
    }
}
