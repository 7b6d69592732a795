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
        return scanned(file, &reading) ?? exact(file, &reading)
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
        let id: ID<Person> = try row.declared("id", &reading)
        let name = try row.text(row.field("name"), &reading)
        let email = row.fieldIfAny("email")
        let address = try email.map { (field) throws(RowScanner.LeavesSubset) in
            try row.value(field, .emailAddress, &reading)
        }
        let siteKind = row.fieldIfAny("site_kind")
        guard row.fields.count == 4 + (email == nil ? 0 : 1) + (siteKind == nil ? 0 : 1) else {
            throw RowScanner.LeavesSubset()
        }
        return Person(
            id: id, name: name, email: address, agency: try row.referred("agency", &reading),
            roleGroup: try row.referred("role_group", &reading),
            siteKind: siteKind == nil ? nil : try row.referred("site_kind", &reading))
    }
}
