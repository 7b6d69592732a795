import Content
import Schemas
import Training

/// The people and agencies of the records, by what a file can know of them.
struct PeopleIndex: Sendable {
    let people: Registry<Person>
    private var byEmail: [String: [ID<Person>]] = [:]
    private var byName: [String: [ID<Person>]] = [:]
    private var agencies: [String: ID<Agency>] = [:]

    init(people: Registry<Person>, agencies: Registry<Agency>) {
        self.people = people
        for person in people.items {
            if let email = person.email { byEmail[email.lowercased(), default: []].append(person.id) }
            byName[PersonName.key(person.name), default: []].append(person.id)
        }
        for agency in agencies.items {
            self.agencies[agency.id.text] = agency.id
            self.agencies[PersonName.key(agency.name)] = agency.id
        }
    }

    func withEmail(_ email: String) -> [ID<Person>] { byEmail[email] ?? [] }

    func named(_ names: [String]) -> [ID<Person>] {
        var found: [ID<Person>] = []
        for id in names.flatMap({ byName[PersonName.key($0)] ?? [] }) where !found.contains(id) { found.append(id) }
        return found
    }

    /// The agency of this id or name.
    func agency(_ text: String) -> ID<Agency>? { agencies[text.lowercased()] ?? agencies[PersonName.key(text)] }
}
