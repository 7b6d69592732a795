import Diagnostics
import Parallelism
import Schemas
import YAMLData

/// The people of `people.yaml`, and where each of their ids stands.
struct PeopleList {
    let people: [Person]
    let table: IDTable

    init(_ people: [Person], _ table: IDTable? = nil) {
        self.people = people
        self.table = table ?? IDTable(people.map { $0.id.text })
    }
}

/// Reads `people.yaml`: by the byte scanner where it can, through YAML where it must. Both give the same people and the
/// same faults.
struct PeopleReader: Sendable {
    let folder: RecordsFolder

    /// All people; none where the file is not there, `nil` where one of them has a fault.
    func read(_ reading: inout Reading) async -> PeopleList? {
        guard let file = folder.people else { return PeopleList([]) }
        let list = await scanned(file, &reading) ?? exact(file, &reading).map { PeopleList($0) }
        if let list { checkMerges(list.people, file, &reading) }
        return list
    }

    /// A record that another one is merged into must stand for itself.
    private func checkMerges(_ people: [Person], _ file: SourceFile, _ reading: inout Reading) {
        let merging = people.filter { $0.sameAs != nil }
        let merged = Set(merging.map(\.id))
        guard merging.contains(where: { $0.sameAs.map(merged.contains) ?? false }) else { return }
        // Places are not kept for what is nearly always right; the few faults are looked up again.
        guard case .sequence(let rows)? = YAMLReader.read(file.bytes, path: folder.shown(file.path)).node?.value else {
            return
        }
        for (person, row) in zip(people, rows) {
            guard let target = person.sameAs, merged.contains(target), case .mapping(let entries) = row.value,
                let place = entries.first(where: { $0.key == "same_as" })?.value.location
            else { continue }
            reading.report(
                .mergedRecord, "\"\(person.id)\" is said to be the same as \"\(target)\", which is merged itself",
                at: place, help: "name the record that stays")
        }
    }

    func exact(_ file: SourceFile, _ reading: inout Reading) -> [Person]? {
        guard let node = folder.node(of: file, &reading) else {
            reading.couldNotRead(Person.entity)
            return nil
        }
        return Reader.list(of: Person.reader).value(of: node, &reading)
    }

    /// `nil`, with nothing reported, where the file leaves the subset that the scanner is sure of, or has a fault.
    func scanned(
        _ file: SourceFile, _ reading: inout Reading, partSize: Int = LinesOfFile.usualSize
    ) async -> PeopleList? {
        let path = folder.shown(file.path)
        let lines = LinesOfFile.parts(of: file.bytes, size: partSize)
        let parts = await lines.concurrentMap(chunk: 1) { PeoplePart($0, path: path) }.compactMap(\.self)
        guard parts.count == lines.count, Set(parts.compactMap(\.indentation)).count == 1 else { return nil }
        async let declared = Self.declared(parts)
        let people = Self.people(parts)
        let ids = await declared
        Self.note(parts, ids, in: &reading)
        return PeopleList(people, ids.table)
    }

    private static func people(_ parts: [PeoplePart]) -> [Person] {
        var people: [Person] = []
        people.reserveCapacity(parts.reduce(0) { $0 + $1.people.count })
        for part in parts { people += part.people }
        return people
    }

    /// Everybody's own id. A table of them takes as long as moving all people, so that both are made at once.
    private static func declared(_ parts: [PeoplePart]) -> MentionList {
        var ids = MentionList(of: Person.entity, in: parts[0].ids.path)
        ids.reserve(parts.reduce(0) { $0 + $1.people.count })
        for part in parts { ids.append(part.ids) }
        ids.table = IDTable(ids.ids)
        return ids
    }

    private static func note(_ parts: [PeoplePart], _ ids: MentionList, in reading: inout Reading) {
        for part in parts { reading.merge(part.reading) }
        reading.declare(ids)
        let referred = parts.map(\.referred)
        for kind in referred[0].indices {
            for lists in referred { reading.refer(to: lists[kind]) }
        }
    }
}
