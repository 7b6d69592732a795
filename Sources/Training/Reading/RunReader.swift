import CivilTime
import Content
import Diagnostics
import Schemas
import YAMLData

/// Reads one file of `runs/`: by the byte scanner where it can, through YAML where it must. Both give the same run and
/// the same faults.
struct RunReader: Sendable {
    let folder: RecordsFolder
    let people: KnownPeople
    private let trainers: [ID<Person>: Trainer]
    private let details: Reader<RunDetails>
    private let sheet: Reader<RunSheet>

    init(folder: RecordsFolder, people: KnownPeople, trainers: [Trainer] = []) {
        self.folder = folder
        self.people = people
        self.trainers = Dictionary(trainers.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let fields = RunDetails.fields(people)
        details = .object("run", "One dated delivery of a course.", fields)
        sheet = RunSheet.reader(people)
    }

    func read(_ file: SourceFile, _ reading: inout Reading) -> Run? {
        guard let sheet = scanned(file, &reading) ?? exact(file, &reading),
            let id = Reader<ID<Run>>.identifier().value(of: folder.stem(of: file), &reading)
        else { return nil }
        sheet.check(trainers, &reading)
        return sheet.run(id)
    }

    func exact(_ file: SourceFile, _ reading: inout Reading) -> RunSheet? {
        let (node, faults) = YAMLReader.read(file.bytes, path: folder.shown(file.path))
        reading.diagnostics += faults
        return node.flatMap { sheet.value(of: $0, &reading) }
    }

    /// `nil`, with nothing reported, where the file leaves the subset that the scanner is sure of, or has a fault.
    func scanned(_ file: SourceFile, _ reading: inout Reading) -> RunSheet? {
        let path = folder.shown(file.path)
        guard let parts = RunFileParts(file.bytes),
            let node = YAMLReader.read(file.bytes[..<parts.rows], path: path).node
        else { return nil }
        var found = Reading()
        guard let details = details.value(of: node, &found),
            let rows = attendance(RowScanner(file, parts, path: path), &found), found.diagnostics.isEmpty
        else { return nil }
        reading.merge(found)
        return RunSheet(details: details, attendance: rows)
    }

    private func attendance(_ start: RowScanner, _ reading: inout Reading) -> [Located<Attendance>]? {
        var scanner = start
        var rows: [Located<Attendance>] = []
        do throws(RowScanner.LeavesSubset) {
            while try scanner.next() {
                let person = try scanner.field("person")
                let status = try Self.status(scanner, scanner.field("status"))
                let location = scanner.location(of: person)
                let row = try Self.row(scanner, of: id(person, scanner, location, &reading), status, &reading)
                rows.append(Located(row, at: location))
            }
        } catch {
            return nil
        }
        return rows.isEmpty ? nil : rows
    }

    private func id(
        _ field: RowScanner.Field, _ scanner: RowScanner, _ location: Location, _ reading: inout Reading
    ) throws(RowScanner.LeavesSubset) -> ID<Person> {
        if let known = people.find(scanner.bytes[field.value]) { return known }
        return people.resolve(ID(try scanner.id(field)), at: location, &reading)
    }

    private static func row(
        _ scanner: RowScanner, of person: ID<Person>, _ status: Attendance.Status, _ reading: inout Reading
    ) throws(RowScanner.LeavesSubset) -> Attendance {
        if scanner.fields.count == 2 { return Attendance(person: person, status: status) }
        let minutes = try scanner.valueIfAny("minutes", .integer(0...Attendance.mostMinutes), &reading)
        let certificate = try scanner.valueIfAny("certificate", RunSheet.certificate, &reading)
        let expected = 2 + (minutes == nil ? 0 : 1) + (certificate == nil ? 0 : 1)
        guard scanner.fields.count == expected else { throw RowScanner.LeavesSubset() }
        return Attendance(person: person, status: status, minutes: minutes, certificate: certificate)
    }

    private static let statuses = Attendance.Status.allCases.map { (Array($0.rawValue.utf8), $0) }

    private static func status(
        _ scanner: RowScanner, _ field: RowScanner.Field
    ) throws(RowScanner.LeavesSubset) -> Attendance.Status {
        let word = scanner.bytes[field.value]
        for (known, status) in statuses where word.elementsEqual(known) { return status }
        throw RowScanner.LeavesSubset()
    }
}
