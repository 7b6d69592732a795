import Diagnostics
import Parallelism
import Schemas
import YAMLData

/// Reads `people.yaml`: by the byte scanner where it can, through YAML where it must. Both give the same people and the
/// same faults.
struct PeopleReader: Sendable {
    let folder: RecordsFolder

    /// All people; none where the file is not there, `nil` where one of them has a fault.
    func read(_ reading: inout Reading) async -> [Person]? {
        guard let file = folder.people else { return [] }
        let people = await scanned(file, &reading) ?? exact(file, &reading)
        if let people { checkMerges(people, file, &reading) }
        return people
    }

    /// A record that another one is merged into must stand for itself.
    private func checkMerges(_ people: [Person], _ file: SourceFile, _ reading: inout Reading) {
        let merged = Set(people.compactMap { $0.sameAs == nil ? nil : $0.id })
        guard people.contains(where: { $0.sameAs.map(merged.contains) ?? false }) else { return }
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
    ) async -> [Person]? {
        let path = folder.shown(file.path)
        let lines = LinesOfFile.parts(of: file.bytes, size: partSize)
        let parts = await lines.concurrentMap(chunk: 1) { PeoplePart($0, path: path) }
        guard var whole = parts.first ?? nil else { return nil }
        for part in parts.dropFirst() {
            guard let part, whole.append(part) else { return nil }
        }
        guard !whole.people.isEmpty else { return nil }
        whole.note(in: &reading)
        return whole.people
    }
}
