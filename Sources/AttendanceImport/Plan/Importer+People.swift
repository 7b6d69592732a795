import Content
import Schemas
import Training

/// All rows of one person, once it is known who they are.
private struct Matched {
    let person: ID<Person>
    let why: String
    var identities: [Identity]
}

extension Importer {
    /// The steps after reading: who they are, how long they were there, what becomes of their lines.
    func plan(
        _ sightings: [Sighting], _ rejected: [RejectedRow], _ format: ExportFormat, _ findings: [String]
    ) -> ImportPlan {
        let statuses = Dictionary(
            run.attendance.map { ($0.person, $0.status) }, uniquingKeysWith: { first, _ in first })
        let judge = Judge(
            importer: self, rule: StatusRule(knowsBookings: format.knowsBookings, overwrites: options.overwrites),
            statuses: statuses)
        var entries = rejected.filter { !options.skipped.contains($0.row) }.map(Self.entry)
        entries += rejected.filter { options.skipped.contains($0.row) }.map { Self.ignored([$0.row], $0.name) }
        var people: [Matched] = []
        var places: [ID<Person>: Int] = [:]
        var newcomers: [Identity] = []
        let matcher = Matcher(index: index, listed: Set(statuses.keys))
        for identity in Identity.group(sightings).flatMap(told) {
            if options.skipped.isSuperset(of: identity.rows) {
                entries.append(Self.ignored(identity.rows, identity.names.first ?? ""))
                continue
            }
            let named = identity.rows.lazy.compactMap { options.people[$0] }.first
            switch named.map({ .person($0, by: "--person") }) ?? matcher.match(identity) {
            case .person(let id, let why):
                if let place = places[id] {
                    people[place].identities.append(identity)
                } else {
                    places[id] = people.count
                    people.append(Matched(person: id, why: why, identities: [identity]))
                }
            case .ambiguous(let candidates, let why): entries.append(judge.open(identity, .ambiguous, why, candidates))
            case .unknown: newcomers.append(identity)
            }
        }
        entries += people.map { judge.entry($0.person, $0.identities, $0.why) }
        var ids = NewIDs(index.people.items)
        var newPeople: [ImportPlan.NewPerson] = []
        for identity in newcomers {
            let (entry, person) = judge.newcomer(identity, &ids)
            entries.append(entry)
            if let person { newPeople.append(person) }
        }
        entries.sort { ($0.rows.first ?? .max, $0.name) < ($1.rows.first ?? .max, $1.name) }
        // Somebody whose row cannot be used, or who may be the one in a row, is not known to have stayed away.
        let possible = entries.flatMap { entry in
            entry.kind == .rejected ? index.named(PersonName.variants(entry.name)) : entry.candidates
        }
        entries += judge.absent(notAmong: Set(places.keys).union(possible))
        return ImportPlan(findings: findings, entries: entries, newPeople: newPeople)
    }

    /// Rows that the user has told apart stand by themselves.
    private func told(_ identity: Identity) -> [Identity] {
        let named = Set(identity.rows.compactMap { options.people[$0] })
        let isSplit = named.count > 1 || identity.rows.contains(where: options.skipped.contains)
        guard isSplit else { return [identity] }
        let kept = identity.sightings.filter { !options.skipped.contains($0.row) }
        let left = identity.sightings.filter { options.skipped.contains($0.row) }
        var parts = named.count > 1 ? kept.map { [$0] } : [kept]
        parts.append(left)
        return parts.filter { !$0.isEmpty }.map { sightings in
            var part = identity
            part.sightings = sightings
            return part
        }
    }

    private static func entry(_ row: RejectedRow) -> ImportPlan.Entry {
        ImportPlan.Entry(
            kind: row.isOfNoConcern ? .ignored : .rejected, rows: [row.row], name: row.name, email: nil, minutes: nil,
            person: nil, before: nil,
            after: nil, why: row.reason, candidates: [])
    }

    private static func ignored(_ rows: [Int], _ name: String) -> ImportPlan.Entry {
        ImportPlan.Entry(
            kind: .ignored, rows: rows, name: name, email: nil, minutes: nil, person: nil, before: nil, after: nil,
            why: "--skip", candidates: [])
    }
}

/// Decides what becomes of one person's line.
private struct Judge {
    let importer: Importer
    let rule: StatusRule
    let statuses: [ID<Person>: Attendance.Status]

    private var run: Run { importer.run }
    private var options: ImportOptions { importer.options }

    func entry(_ person: ID<Person>, _ identities: [Identity], _ why: String) -> ImportPlan.Entry {
        let all = identities.flatMap(\.sightings).sorted { $0.row < $1.row }
        let identity = Identity(
            names: identities[0].names, email: identities.lazy.compactMap(\.email).first, sightings: all)
        let before = statuses[person]
        if person == run.trainer, before == nil {
            return entry(identity, .ignored, person, nil, nil, "leads this run")
        }
        guard let file = status(all) else {
            return entry(identity, .rejected, person, before, nil, "not there while the run was")
        }
        switch rule.verdict(before: before, file: file) {
        case .same: return entry(identity, .same, person, before, before, why)
        case .becomes(let after): return entry(identity, before == nil ? .add : .change, person, before, after, why)
        case .differs(let after):
            return entry(identity, .differs, person, before, before, "the file says \(after.rawValue); \(why)")
        }
    }

    func open(
        _ identity: Identity, _ kind: ImportPlan.Kind, _ why: String, _ candidates: [ID<Person>]
    ) -> ImportPlan.Entry {
        entry(identity, kind, nil, nil, nil, why, candidates)
    }

    /// Somebody nobody knows, with an entry for the records where all is known that a record needs.
    func newcomer(_ identity: Identity, _ ids: inout NewIDs) -> (ImportPlan.Entry, ImportPlan.NewPerson?) {
        guard let file = status(identity.sightings) else {
            return (entry(identity, .rejected, nil, nil, nil, "not there while the run was"), nil)
        }
        guard case .becomes(let after) = rule.verdict(before: nil, file: file) else {
            preconditionFailure("no line, no rule")
        }
        let agency = identity.agency.flatMap(importer.index.agency) ?? options.agency
        var missing: [String] = []
        if identity.names.isEmpty { missing.append("a name") }
        if agency == nil { missing.append("--agency") }
        if options.roleGroup == nil { missing.append("--role-group") }
        guard let agency, let roleGroup = options.roleGroup, let name = identity.names.last.map(PersonName.inOrder)
        else {
            let needs =
                options.addsPeople ? "to add them: \(missing.joined(separator: ", "))" : "--add-people would add them"
            return (entry(identity, .unknown, nil, nil, after, "nobody of the records; \(needs)"), nil)
        }
        guard options.addsPeople else {
            return (
                entry(identity, .unknown, nil, nil, after, "nobody of the records; --add-people would add them"), nil
            )
        }
        let person = ImportPlan.NewPerson(
            id: ids.next(), name: name, email: identity.email, agency: agency, roleGroup: roleGroup)
        return (entry(identity, .newPerson, person.id, nil, after, "of \(agency)"), person)
    }

    /// Those with a place who are not in the file.
    func absent(notAmong found: Set<ID<Person>>) -> [ImportPlan.Entry] {
        run.attendance.filter { $0.status == .booked && !found.contains($0.person) }.map { line in
            let marks = options.marksNoShows
            return ImportPlan.Entry(
                kind: marks ? .change : .absent, rows: [], name: importer.index.people[line.person].name, email: nil,
                minutes: nil, person: line.person, before: .booked, after: marks ? .noShow : .booked,
                why: "not in the file", candidates: [])
        }
    }

    /// What a file says of somebody, or `nil` where they were there at another time only.
    private func status(_ sightings: [Sighting]) -> Attendance.Status? {
        let words = sightings.compactMap { sighting in
            if case .word(let status) = sighting.presence { status } else { nil }
        }
        if var word = words.max(by: { $0.rank < $1.rank }) {
            if word == .booked, options.marksNoShows { word = .noShow }
            return word
        }
        guard let seconds = PresentTime.seconds(sightings, within: importer.window), seconds > 0 else { return nil }
        return seconds >= importer.window.count - options.grace * 60 ? .attended : .part
    }

    private func entry(
        _ identity: Identity, _ kind: ImportPlan.Kind, _ person: ID<Person>?, _ before: Attendance.Status?,
        _ after: Attendance.Status?, _ why: String, _ candidates: [ID<Person>] = []
    ) -> ImportPlan.Entry {
        ImportPlan.Entry(
            kind: kind, rows: identity.rows, name: identity.names.first ?? identity.email ?? identity.id ?? "",
            email: identity.email,
            minutes: PresentTime.seconds(identity.sightings, within: importer.window).map { $0 / 60 },
            person: person, before: before, after: after, why: why, candidates: candidates)
    }
}
