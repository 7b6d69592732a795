import Content
import Schemas
import Training

/// The people and agencies of the records, by what a file can know of them.
///
/// Records that are said to be of one person (`same_as`) are one person here: whatever a file knows of any of them leads
/// to the record that stays.
struct PeopleIndex: Sendable {
    let people: Registry<Person>
    private var byEmail: [String: [ID<Person>]] = [:]
    private var byName: [String: [ID<Person>]] = [:]
    private var agencies: [String: ID<Agency>] = [:]
    /// Who has an e-mail address in any of their records, and where all of these say that they work.
    private var withAddress: Set<ID<Person>> = []
    private var workplaces: [ID<Person>: Set<ID<Agency>>] = [:]

    init(people: Registry<Person>, agencies: Registry<Agency>) {
        self.people = people
        for person in people.items {
            let main = main(person.id)
            if let email = person.email {
                byEmail[email.lowercased(), default: []].appendOnce(main)
                withAddress.insert(main)
            }
            byName[PersonName.key(person.name), default: []].appendOnce(main)
            workplaces[main, default: []].insert(person.agency)
        }
        for agency in agencies.items {
            self.agencies[agency.id.text] = agency.id
            self.agencies[PersonName.key(agency.name)] = agency.id
        }
    }

    /// The record that stands for this one.
    func main(_ id: ID<Person>) -> ID<Person> { people.find(id)?.sameAs ?? id }

    func hasAddress(_ person: ID<Person>) -> Bool { withAddress.contains(person) }

    func works(_ person: ID<Person>, at agency: ID<Agency>) -> Bool { workplaces[person]?.contains(agency) == true }

    func withEmail(_ email: String) -> [ID<Person>] { byEmail[email] ?? [] }

    func named(_ names: [String]) -> [ID<Person>] {
        var found: [ID<Person>] = []
        for id in names.flatMap({ byName[PersonName.key($0)] ?? [] }) { found.appendOnce(id) }
        return found
    }

    /// The agency of this id or name.
    func agency(_ text: String) -> ID<Agency>? { agencies[text.lowercased()] ?? agencies[PersonName.key(text)] }
}

extension [ID<Person>] {
    fileprivate mutating func appendOnce(_ id: ID<Person>) {
        if !contains(id) { append(id) }
    }
}
