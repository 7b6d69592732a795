import Content
import Schemas
import Training

/// Says who somebody in a file is.
///
/// In this order: what the user says; an id; the e-mail address; the name together with the agency; the name of
/// somebody on the run's own list. A name alone is never enough, because two people can share it.
struct Matcher: Sendable {
    let index: PeopleIndex
    /// Who is on the run's list, each by the record that stands for them.
    let listed: Set<ID<Person>>

    enum Match: Sendable, Hashable {
        case person(ID<Person>, by: String)
        /// It could be one of these; why that is not enough.
        case ambiguous([ID<Person>], String)
        case unknown
    }

    func match(_ identity: Identity) -> Match {
        if let id = identity.id.map({ ID<Person>($0) }), index.people.find(id) != nil {
            return .person(index.main(id), by: "id")
        }
        if let email = identity.email {
            let found = index.withEmail(email)
            if found.count == 1 { return .person(found[0], by: "e-mail") }
            if found.count > 1 { return .ambiguous(found, "they share this e-mail address") }
        }
        return byName(identity)
    }

    private func byName(_ identity: Identity) -> Match {
        let named = index.named(identity.names)
        guard !named.isEmpty else { return .unknown }
        // Somebody whose address we know, and who now has another one, may be somebody else of that name.
        let possible = named.filter { identity.email == nil || !index.hasAddress($0) }
        if let agency = identity.agency.flatMap(index.agency) {
            let there = possible.filter { index.works($0, at: agency) }
            if there.count == 1 { return .person(there[0], by: "name and agency") }
            if there.count > 1 { return .ambiguous(there, "\(there.count) people of this name at this agency") }
            return elsewhere(named, identity)
        }
        let onList = possible.filter(listed.contains)
        if onList.count == 1, named.count == 1 { return .person(onList[0], by: "name, on the run's list") }
        return elsewhere(named, identity)
    }

    private func elsewhere(_ named: [ID<Person>], _ identity: Identity) -> Match {
        if named.count > 1 { return .ambiguous(named, "\(named.count) people of this name") }
        if identity.email != nil, index.hasAddress(named[0]) {
            return .ambiguous(named, "same name, another e-mail address")
        }
        return .ambiguous(
            named, identity.agency == nil ? "same name, nothing else to go by" : "same name, another agency")
    }
}
