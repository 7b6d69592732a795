import Diagnostics
import Schemas
import YAMLData

/// Reads `people.yaml`: by the byte scanner where it can, through YAML where it must. Both give the same people and the
/// same faults.
struct PeopleReader: Sendable {
    let folder: RecordsFolder

    /// All people; none where the file is not there, `nil` where one of them has a fault.
    func read(_ reading: inout Reading) -> [Person]? {
        guard let file = folder.people else { return [] }
        let people = scanned(file, &reading) ?? exact(file, &reading)
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
    func scanned(_ file: SourceFile, _ reading: inout Reading) -> [Person]? {
        guard PlainText.holdsOnly(file.bytes) else { return nil }
        var scanner = RowScanner(file, path: folder.shown(file.path))
        var found = Reading()
        var people: [Person] = []
        do throws(RowScanner.LeavesSubset) {
            while try scanner.next() { people.append(try Self.person(scanner, &found)) }
        } catch {
            return nil
        }
        guard !people.isEmpty, found.diagnostics.isEmpty else { return nil }
        reading.merge(found)
        return people
    }

    /// In the order of ``Person/reader``, so that ids are noted in the same order.
    private static func person(
        _ row: RowScanner, _ reading: inout Reading
    ) throws(RowScanner.LeavesSubset) -> Person {
        guard row.fields.allSatisfy({ row.isKey($0, oneOf: keys) }) else { throw RowScanner.LeavesSubset() }
        return Person(
            id: try row.declared("id", &reading), name: try row.text(row.field("name"), &reading),
            email: try row.valueIfAny("email", .emailAddress, &reading),
            agency: try row.referred("agency", &reading), roleGroup: try row.referred("role_group", &reading),
            siteKind: try row.referredIfAny("site_kind", &reading), site: try row.valueIfAny("site", .text, &reading),
            manager: try row.valueIfAny("manager", .emailAddress, &reading),
            consent: try row.valueIfAny("consent", .date, &reading),
            keepUntil: try row.valueIfAny("keep_until", .date, &reading),
            left: try row.valueIfAny("left", .date, &reading),
            sameAs: try row.referredIfAny("same_as", &reading),
            notSameAs: try row.referredIfAny("not_same_as", &reading))
    }

    private static let keys: [[UInt8]] = [
        "id", "name", "email", "agency", "role_group", "site_kind", "site", "manager", "consent", "keep_until", "left",
        "same_as", "not_same_as",
    ].map { Array($0.utf8) }
}
