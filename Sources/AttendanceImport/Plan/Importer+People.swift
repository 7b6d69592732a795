import Content
import Schemas
import Training

/// All rows of one person, once it is known who they are.
private struct Matched {
    let person: ID<Person>
    let why: String
    var identities: [Identity]
}

/// The people of a file, by what is known of them.
private struct Sorted {
    var people: [Matched] = []
    var ambiguous: [(identity: Identity, candidates: [ID<Person>], why: String)] = []
    var unknown: [Identity] = []
    var skipped: [Identity] = []

    /// Two identities can turn out to be one person: somebody with two addresses.
    mutating func add(
        _ identity: Identity, as person: ID<Person>, _ why: String, _ places: inout [ID<Person>: Int]
    ) {
        if let place = places[person] {
            people[place].identities.append(identity)
        } else {
            places[person] = people.count
            people.append(Matched(person: person, why: why, identities: [identity]))
        }
    }
}

extension Importer {
    /// The steps after reading: who they are, how long they were there, what becomes of their lines.
    func plan(
        _ sightings: [Sighting], _ rejected: [RejectedRow], _ format: ExportFormat, _ findings: [String]
    ) -> ImportPlan {
        let lines = lines
        let rule = StatusRule(knowsBookings: format.knowsBookings, overwrites: options.overwrites)
        let judge = Judge(importer: self, rule: rule, lines: lines)
        let sorted = sort(Identity.group(sightings).flatMap(told), listed: Set(lines.keys))
        var entries = rejected.map {
            options.skipped.contains($0.row) ? Self.ignored([$0.row], $0.name) : Self.entry($0)
        }
        entries += sorted.skipped.map { Self.ignored($0.rows, $0.names.first ?? "") }
        entries += sorted.ambiguous.map { judge.open($0.identity, .ambiguous, $0.why, $0.candidates) }
        entries += sorted.people.map { judge.entry($0.person, $0.identities, $0.why) }
        var ids = NewIDs(index.people.items)
        let newcomers = sorted.unknown.map { judge.newcomer($0, &ids) }
        entries += newcomers.map(\.0)
        entries.sort { ($0.rows.first ?? .max, $0.name) < ($1.rows.first ?? .max, $1.name) }
        entries += judge.absent(notAmong: Set(sorted.people.map(\.person)).union(possible(entries)))
        return ImportPlan(findings: findings, entries: entries, newPeople: newcomers.compactMap(\.1))
    }

    /// The run's lines by whom they are of. Where two records of one person stand in it, the line that counts in reports
    /// is theirs: one in which they were trained, or the first.
    private var lines: [ID<Person>: Attendance] {
        Dictionary(run.attendance.map { (index.main($0.person), $0) }) { first, other in
            other.status.countsAsAttended && !first.status.countsAsAttended ? other : first
        }
    }

    /// Whom the user said to be in one of these rows.
    private func named(in identity: Identity) -> ID<Person>? {
        identity.rows.lazy.compactMap { options.people[$0] }.first.map(index.main)
    }

    private func sort(_ identities: [Identity], listed: Set<ID<Person>>) -> Sorted {
        var sorted = Sorted()
        var places: [ID<Person>: Int] = [:]
        let matcher = matcher(identities, listed: listed)
        for identity in identities {
            if identity.rows.first.map(options.skipped.contains) ?? false {
                sorted.skipped.append(identity)
                continue
            }
            switch named(in: identity).map({ .person($0, by: "--person") }) ?? matcher.match(identity) {
            case .person(let id, let why): sorted.add(identity, as: id, why, &places)
            case .ambiguous(let candidates, let why): sorted.ambiguous.append((identity, candidates, why))
            case .unknown: sorted.unknown.append(identity)
            }
        }
        return sorted
    }

    /// Somebody whose row cannot be used, or who may be the one in a row, is not known to have stayed away.
    private func possible(_ entries: [ImportPlan.Entry]) -> [ID<Person>] {
        entries.flatMap { entry in
            entry.kind == .rejected ? index.named(PersonName.variants(entry.name)) : entry.candidates
        }
    }

    /// A name counts if it is on the run's list as it will be: importing again then finds the same.
    private func matcher(_ identities: [Identity], listed: Set<ID<Person>>) -> Matcher {
        let strict = Matcher(index: index, listed: [])
        let sure = identities.compactMap { identity -> ID<Person>? in
            if let named = named(in: identity) { return named }
            if case .person(let id, _) = strict.match(identity) { return id }
            return nil
        }
        return Matcher(index: index, listed: listed.union(sure))
    }

    /// Rows that the user has told apart stand by themselves. To leave out the row that somebody has in the preview is to
    /// leave out the person, who may stand in several lists of a file; a later row goes alone.
    private func told(_ identity: Identity) -> [Identity] {
        let named = Set(identity.rows.compactMap { options.people[$0].map(index.main) })
        let isLeftOut = identity.rows.first.map(options.skipped.contains) ?? false
        let isSplit = named.count > 1 || identity.rows.contains(where: options.skipped.contains)
        guard isSplit, !isLeftOut else { return [identity] }
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
            kind: row.isOfNoConcern ? .ignored : .rejected, rows: [row.row], name: row.name, email: nil,
            minutes: nil,
            person: nil, before: nil,
            after: nil, why: row.reason, candidates: [])
    }

    private static func ignored(_ rows: [Int], _ name: String) -> ImportPlan.Entry {
        ImportPlan.Entry(
            kind: .ignored, rows: rows, name: name, email: nil, minutes: nil, person: nil, before: nil,
            after: nil,
            why: "--skip", candidates: [])
    }
}

/// Decides what becomes of one person's line.
private struct Judge {
    let importer: Importer
    let rule: StatusRule
    /// By the record that stands for each person.
    let lines: [ID<Person>: Attendance]

    private var run: Run { importer.run }
    private var options: ImportOptions { importer.options }

    func entry(_ person: ID<Person>, _ identities: [Identity], _ why: String) -> ImportPlan.Entry {
        let all = identities.flatMap(\.sightings).sorted { $0.row < $1.row }
        let identity = Identity(
            names: identities[0].names, email: identities.lazy.compactMap(\.email).first, sightings: all)
        let line = lines[person]
        let before = line?.status
        if person == run.trainer.map(importer.index.main), line == nil {
            return entry(identity, .ignored, person, nil, nil, "leads this run")
        }
        let person = line?.person ?? person
        guard let file = status(all) else {
            return entry(identity, .rejected, person, before, nil, "not there while the run was")
        }
        switch rule.verdict(before: before, file: file) {
        case .same:
            let same = entry(identity, .same, person, before, before, why)
            guard let line, isNews(same.minutes, to: line) else { return same }
            return entry(identity, .change, person, before, before, "\(why); the minutes are new").writingMinutes
        case .becomes(let after):
            return entry(identity, line == nil ? .add : .change, person, before, after, why).writingMinutes
        case .differs(let after):
            return entry(
                identity, .differs, person, before, before, "the file says \(after.rawValue); \(why)")
        }
    }

    /// Whether a line that keeps its status gets the minutes of the file. What somebody wrote down stays.
    private func isNews(_ minutes: Int?, to line: Attendance) -> Bool {
        guard let minutes, line.status.saysPresent else { return false }
        return line.minutes == nil || (options.overwrites && line.minutes != minutes)
    }

    func open(
        _ identity: Identity, _ kind: ImportPlan.Kind, _ why: String, _ candidates: [ID<Person>]
    ) -> ImportPlan.Entry {
        entry(identity, kind, nil, nil, nil, why, candidates)
    }

    /// Somebody nobody knows, with an entry for the records where all is known that a record needs.
    func newcomer(_ identity: Identity, _ ids: inout NewIDs) -> (
        ImportPlan.Entry, ImportPlan.NewPerson?
    ) {
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
        guard let agency, let roleGroup = options.roleGroup,
            let name = identity.names.last.map(PersonName.inOrder)
        else {
            let needs =
                options.addsPeople
                ? "to add them: \(missing.joined(separator: ", "))" : "--add-people would add them"
            return (entry(identity, .unknown, nil, nil, after, "nobody of the records; \(needs)"), nil)
        }
        guard options.addsPeople else {
            return (
                entry(
                    identity, .unknown, nil, nil, after, "nobody of the records; --add-people would add them"),
                nil
            )
        }
        let person = ImportPlan.NewPerson(
            id: ids.next(), name: name, email: identity.email, agency: agency, roleGroup: roleGroup)
        return (entry(identity, .newPerson, person.id, nil, after, "of \(agency)").writingMinutes, person)
    }

    /// Those with a place who are not in the file.
    func absent(notAmong found: Set<ID<Person>>) -> [ImportPlan.Entry] {
        run.attendance.filter { line in
            let person = importer.index.main(line.person)
            return line.status == .booked && !found.contains(person) && lines[person] == line
        }.map { line in
            let marks = options.marksNoShows
            return ImportPlan.Entry(
                kind: marks ? .change : .absent, rows: [], name: importer.index.people[line.person].name,
                email: nil,
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
        guard let seconds = PresentTime.seconds(sightings, within: importer.window), seconds > 0 else {
            return nil
        }
        return seconds >= importer.window.count - options.grace * 60 ? .attended : .part
    }

    private func entry(
        _ identity: Identity, _ kind: ImportPlan.Kind, _ person: ID<Person>?,
        _ before: Attendance.Status?,
        _ after: Attendance.Status?, _ why: String, _ candidates: [ID<Person>] = []
    ) -> ImportPlan.Entry {
        ImportPlan.Entry(
            kind: kind, rows: identity.rows,
            name: identity.names.first ?? identity.email ?? identity.id ?? "",
            email: identity.email,
            minutes: PresentTime.seconds(identity.sightings, within: importer.window).map { $0 / 60 },
            person: person, before: before, after: after, why: why, candidates: candidates)
    }
}

extension ImportPlan.Entry {
    /// The same, with the minutes written down where the file has some and the status says that they were there.
    fileprivate var writingMinutes: Self {
        var entry = self
        entry.writesMinutes = minutes != nil && after?.saysPresent == true
        return entry
    }
}

extension Attendance.Status {
    /// Whether the person was there, if only for a part.
    fileprivate var saysPresent: Bool { countsAsAttended || self == .part }
}
