/// Somebody in a file: the rows that are surely of one person.
struct Identity: Sendable {
    var names: [String]
    var email: String?
    var agency: String?
    var id: String?
    var sightings: [Sighting]

    var rows: [Int] { sightings.map(\.row) }

    /// Rows of one e-mail address are of one person, and so are rows without one that share name and agency.
    ///
    /// A row without an address joins the one person of that name in the file who has one: somebody who came back as a
    /// guest. Where two people have the name, it stays by itself, for the user to decide.
    static func group(_ sightings: [Sighting]) -> [Identity] {
        var identities: [Identity] = []
        var places: [String: Int] = [:]
        var byName: [String: [Int]] = [:]
        for sighting in sightings where sighting.email != nil || sighting.id != nil {
            let key = sighting.email ?? "id \(sighting.id ?? "")"
            let place = identities.place(of: sighting, key, &places)
            for name in sighting.names {
                let key = PersonName.key(name)
                if byName[key]?.contains(place) != true { byName[key, default: []].append(place) }
            }
        }
        for sighting in sightings where sighting.email == nil && sighting.id == nil {
            let named = Set(sighting.names.flatMap { byName[PersonName.key($0)] ?? [] })
            if named.count == 1, let place = named.first, identities[place].agrees(with: sighting) {
                identities[place].sightings.append(sighting)
                continue
            }
            let key = "name \(PersonName.key(sighting.names[0])) \(sighting.agency.map(PersonName.key) ?? "")"
            _ = identities.place(of: sighting, key, &places)
        }
        for index in identities.indices { identities[index].sightings.sort { $0.row < $1.row } }
        return identities.sorted { $0.rows[0] < $1.rows[0] }
    }

    private func agrees(with sighting: Sighting) -> Bool {
        guard let agency, let other = sighting.agency else { return true }
        return PersonName.key(agency) == PersonName.key(other)
    }
}

extension [Identity] {
    /// Adds a sighting to whom it belongs to.
    fileprivate mutating func place(of sighting: Sighting, _ key: String, _ places: inout [String: Int]) -> Int {
        if let place = places[key] {
            self[place].sightings.append(sighting)
            for name in sighting.names where !self[place].names.contains(name) { self[place].names.append(name) }
            self[place].agency = self[place].agency ?? sighting.agency
            return place
        }
        places[key] = count
        append(
            Identity(
                names: sighting.names, email: sighting.email, agency: sighting.agency, id: sighting.id,
                sightings: [sighting]))
        return count - 1
    }
}
