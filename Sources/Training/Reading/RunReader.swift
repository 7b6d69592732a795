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
    private let details: Reader<RunDetails>
    private let sheet: Reader<RunSheet>

    init(folder: RecordsFolder, people: KnownPeople) {
        self.folder = folder
        self.people = people
        let fields = RunDetails.fields(people)
        details = .object("run", "One dated delivery of a course.", fields)
        sheet = RunSheet.reader(people)
    }

    func read(_ file: SourceFile, _ reading: inout Reading) -> Run? {
        guard let sheet = scanned(file, &reading) ?? exact(file, &reading),
            let id = Reader<ID<Run>>.identifier().value(of: stem(of: file), &reading)
        else { return nil }
        sheet.check(&reading)
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
                guard scanner.fields.count == 2 else { return nil }
                let location = scanner.location(of: person)
                let id = people.resolve(ID(try scanner.id(person)), at: location, &reading)
                rows.append(Located(Attendance(person: id, status: status), at: location))
            }
        } catch {
            return nil
        }
        return rows.isEmpty ? nil : rows
    }

    private static let statuses = Attendance.Status.allCases.map { (Array($0.rawValue.utf8), $0) }

    private static func status(
        _ scanner: RowScanner, _ field: RowScanner.Field
    ) throws(RowScanner.LeavesSubset) -> Attendance.Status {
        let word = scanner.bytes[field.value]
        for (known, status) in statuses where word.elementsEqual(known) { return status }
        throw RowScanner.LeavesSubset()
    }

    /// The name of the file without its folder and its ending, which is the run's id.
    private func stem(of file: SourceFile) -> YAMLNode {
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        let stem = String(name.dropLast(".yaml".count))
        return YAMLNode(.scalar(stem, .quoted), at: .wholeFile(folder.shown(file.path)))
    }
}
