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
            guard let parts = RunFileParts(bytes),
                let text = PlainText(UnsafeBufferPointer(rebasing: bytes[..<parts.firstRow.offset])),
                let details = head(bytes, text, parts, file, path, &found),
                let rows = rows(bytes, from: parts.firstRow, path, &found)
            else { return nil }
            return self.sheet(details, rows, path, &found)
        }
        guard let sheet, found.diagnostics.isEmpty else { return nil }
        reading.merge(found)
        return sheet
    }

    private func head(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: PlainText, _ parts: RunFileParts, _ file: SourceFile,
        _ path: String, _ reading: inout Reading
    ) -> RunDetails? {
        if text == .ascii,
            let usual = UsualDetails.read(bytes, upTo: parts.rows, path: path, people, &reading)
        {
            return usual
        }
        return YAMLReader.read(file.bytes[..<parts.rows], path: path).node.flatMap {
            details.value(of: $0, &reading)
        }
    }

    private typealias Row = RowScanner<RunRowKey>

    /// Usual rows first, and from the first that is not, all of them one by one.
    private func rows(
        _ bytes: UnsafeBufferPointer<UInt8>, from first: (offset: Int, line: Int), _ path: String,
        _ reading: inout Reading
    ) -> RowsOfRun? {
        var rows = RowsOfRun()
        var next = first
        var indentation: Int?
        if var usual = UsualRows(bytes, from: first) {
            usual.read(into: &rows)
            next = usual.next
            if !rows.isEmpty { indentation = usual.indentation }
        }
        if next.offset < bytes.count {
            guard let text = PlainText(UnsafeBufferPointer(rebasing: bytes[next.offset...])) else { return nil }
            let start = Row(
                bytes, text, next.offset..<bytes.count, firstLine: next.line, path: path, indentation: indentation)
            do throws(LeavesSubset) {
                try add(start, to: &rows, &reading)
            } catch {
                return nil
            }
        }
        return rows.isEmpty ? nil : rows
    }

    private func add(_ start: Row, to rows: inout RowsOfRun, _ reading: inout Reading) throws(LeavesSubset) {
        var row = start
        rows.reserve(row.lineCount)
        while try row.next() {
            let field = try row.field(.person)
            let person = try id(field, row)
            let attendance = try Self.attendance(of: person, Self.status(row), row, &reading)
            rows.append(
                row.word(field), attendance, hasMore: !row.hasOnly(.person, .status), at: row.spot(of: field))
        }
    }

    private func sheet(
        _ details: RunDetails, _ rows: RowsOfRun, _ path: String, _ reading: inout Reading
    ) -> RunSheet {
        let (placed, places) = rows.placed(among: people)
        let sheet = RunSheet(
            details: details, attendance: AttendanceList(placed), spots: rows.spots, path: path, people: places)
        for (index, place) in places.enumerated() where place < 0 {
            reading.refer(to: Person.entity, sheet.attendance[index].person.text, at: sheet.location(index))
        }
        return sheet
    }

    /// A short id is a value like a number. A long one is taken from the list of people, so that it is in memory once.
    private func id(_ field: Field, _ row: borrowing Row) throws(LeavesSubset) -> ID<Person> {
        if field.range.count > 15, let place = people.place(of: row.text(of: field)) { return people[place] }
        return ID(try row.id(field))
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

    static let words: [KeyText] = ["person", "status", "minutes", "certificate"]
}
