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

    func read(_ file: SourceFile, _ reading: inout Reading) -> PlacedRun? {
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
        var found = Reading()
        let sheet = file.bytes.withUnsafeBufferPointer { bytes -> RunSheet? in
            guard let text = PlainText(bytes), let parts = RunFileParts(bytes),
                let node = YAMLReader.read(file.bytes[..<parts.rows], path: path).node,
                let details = details.value(of: node, &found)
            else { return nil }
            let rows = Row(
                bytes, text, parts.firstRow.offset..<bytes.count, firstLine: parts.firstRow.line, path: path)
            return self.sheet(details, rows, &found)
        }
        guard let sheet, found.diagnostics.isEmpty else { return nil }
        reading.merge(found)
        return sheet
    }

    private typealias Row = RowScanner<RunRowKey>

    private func sheet(_ details: RunDetails, _ start: Row, _ reading: inout Reading) -> RunSheet? {
        var row = start
        var attendance: [Attendance] = []
        var spots: [Spot] = []
        var words: [ShortWord] = []
        let count = row.lineCount
        attendance.reserveCapacity(count)
        spots.reserveCapacity(count)
        words.reserveCapacity(count)
        do throws(LeavesSubset) {
            while try row.next() {
                let person = try row.field(.person)
                let id = try id(person, row)
                attendance.append(try Self.attendance(of: id, Self.status(row), row, &reading))
                spots.append(row.spot(of: person))
                words.append(row.word(person) ?? ShortWord())
            }
        } catch {
            return nil
        }
        guard !attendance.isEmpty else { return nil }
        let sheet = RunSheet(
            details: details, attendance: attendance, spots: spots, path: row.path, people: places(words, attendance))
        for (index, place) in sheet.people.enumerated() where place < 0 {
            reading.refer(to: Person.entity, attendance[index].person.text, at: sheet.location(index))
        }
        return sheet
    }

    /// A short id is a value like a number. A long one is taken from the list of people, so that it is in memory once.
    private func id(_ field: Field, _ row: borrowing Row) throws(LeavesSubset) -> ID<Person> {
        if field.range.count > 15, let place = people.place(of: row.text(of: field)) { return people[place] }
        return ID(try row.id(field))
    }

    /// - Parameter words: The rows' ids; an empty one stands for one that is too long.
    private func places(_ words: [ShortWord], _ rows: [Attendance]) -> [Int32] {
        var places = people.places(of: words)
        for index in places.indices where words[index] == ShortWord() {
            places[index] = people.place(of: rows[index].person).map { Int32($0) } ?? -1
        }
        return places
    }

    private static func attendance(
        of person: ID<Person>, _ status: Attendance.Status, _ row: borrowing Row, _ reading: inout Reading
    ) throws(LeavesSubset) -> Attendance {
        if row.hasOnly(.person, .status) { return Attendance(person: person, status: status) }
        let minutes = try row.valueIfAny(.minutes, .integer(0...Attendance.mostMinutes), &reading)
        let certificate = try row.valueIfAny(.certificate, RunSheet.certificate, &reading)
        return Attendance(person: person, status: status, minutes: minutes, certificate: certificate)
    }

    private static let statuses = Attendance.Status.allCases.map { (ShortWord($0.rawValue), $0) }

    private static func status(_ row: borrowing Row) throws(LeavesSubset) -> Attendance.Status {
        let word = row.word(try row.field(.status))
        for (known, status) in statuses where word == known { return status }
        throw LeavesSubset()
    }
}

private enum RunRowKey: Int, RowKey {
    case person, status, minutes, certificate

    static let words: [ShortWord] = ["person", "status", "minutes", "certificate"]
}
