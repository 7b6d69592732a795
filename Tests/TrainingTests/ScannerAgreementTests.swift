import Diagnostics
import Schemas
import TestSupport
import Testing

@testable import Training

/// The byte scanner may give up on any file; where it does not, it agrees with YAML to the last column.
@Suite struct ScannerAgreementTests {
    @Test(arguments: 0..<12)
    func `on spoilt runs the scanner agrees with YAML or gives up`(seed: UInt64) {
        var random = Seeded(seed)
        var taken = 0
        for _ in 0..<150 {
            let file = SourceFile(path: "runs/a.yaml", bytes: spoilt(Self.run, &random))
            if agrees(reader, file) { taken += 1 }
        }
        #expect(taken > 10, "the scanner took \(taken) of 150 files")
    }

    @Test(arguments: 0..<12)
    func `on usual rows, whole or spoilt, the scanner agrees with YAML or gives up`(seed: UInt64) {
        var random = Seeded(seed)
        var taken = 0
        for _ in 0..<150 {
            let file = SourceFile(path: "runs/a.yaml", bytes: spoilt(usualRun(&random), &random))
            if agrees(reader, file) { taken += 1 }
        }
        #expect(taken > 10, "the scanner took \(taken) of 150 files")
    }

    /// Rows with nothing between them, with ids of up to eighteen bytes, at any margin.
    private func usualRun(_ random: inout Seeded) -> String {
        let margin = String(repeating: " ", count: Int.random(in: 0...5, using: &random))
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let letters = (0..<Int.random(in: 1...18, using: &random)).map { _ in
                "abz059-".randomElement(using: &random) ?? "a"
            }
            let id = Bool.random(using: &random) ? "p-1" : String(letters)
            let status = Attendance.Status.allCases.randomElement(using: &random) ?? .booked
            return "\(margin)- { person: \(id), status: \(status.rawValue) }\n"
        }
        return Self.head + "attendance:\n" + rows.joined()
    }

    private static let head = """
        course: aware
        date: 2026-03-12
        start: "09:30"
        end: '12:30'
        venue: Hall B
        trainer: p-2
        places: 24
        status: scheduled
        sequence: 3

        """

    @Test(arguments: [
        "course: aware\n\n# By Ann.\ndate: \"2026-03-12\"", "course: Aware\ndate: 2026-03-12", "date: 2026-02-30",
        "date: 2026-03-12\ndate: 2026-03-12", "date: 2026-03-12 # early", "date:  2026-03-12 ", "date: 2026-03-12\n  ",
        "date: 2026-03-12\ncolour: red", "venue: Hall\n  B\ndate: 2026-03-12", "date: null", "date: ~", "date:",
        "date: 2026-03-12\nplaces: 0100", "date: 2026-03-12\nplaces: 0", "date: 2026-03-12\nsequence: -1",
        "date: 2026-03-12\nvenue: \"a  b\"", "date: 2026-03-12\nvenue: Tŷ", "date: 2026-03-12\ntrainer: p-x",
        "date: 2026-03-12\r", "date: 2026-03-12\nstatus: off",
    ])
    func `however the lines above the rows are written, the scanner agrees with YAML or gives up`(lines: String) {
        let keys = Set(lines.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        let rest = Self.head.split(separator: "\n").filter { line in
            !keys.contains { line.hasPrefix("\($0):") }
        }
        let rows = "attendance:\n- { person: p-1, status: booked }\n"
        let text = lines + "\n" + rest.joined(separator: "\n") + "\n" + rows
        _ = agrees(reader, SourceFile(path: "runs/a.yaml", bytes: Array(text.utf8)))
    }

    @Test(arguments: Attendance.Status.allCases)
    func `usual rows are taken to the end of the file`(status: Attendance.Status) {
        let text = """
              - { person: p-1, status: \(status.rawValue) }
              - { person: p-12345678-12345, status: part }

            """
        var rows = RowsOfRun()
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var usual = UsualRows(bytes, from: (offset: 0, line: 9))
            usual?.read(into: &rows)
            #expect(usual?.next.offset == bytes.count && usual?.next.line == 11)
        }
        #expect(rows.words.map(\.text) == ["p-1", "p-12345678-12345"])
        #expect(rows.statuses == [status, .part])
        #expect(rows.spots.spot(1, length: 16) == Spot(line: 10, column: 15, length: 16))
    }

    @Test(arguments: 0..<12)
    func `on spoilt lists of people the scanner agrees with YAML or gives up`(seed: UInt64) async {
        var random = Seeded(seed)
        var taken = 0
        for _ in 0..<150 {
            let file = SourceFile(path: "people.yaml", bytes: spoilt(Self.people, &random))
            if await agrees(PeopleReader(folder: .empty), file) { taken += 1 }
        }
        #expect(taken > 10, "the scanner took \(taken) of 150 files")
    }

    @Test(arguments: [
        "course: a\n...\nattendance:\n  - { person: p-1, status: booked }\n",
        "{ course: a }\nattendance:\n  - { person: p-1, status: booked }\n",
        "course: a\r...\rx: 1\nattendance:\n  - { person: p-1, status: booked }\n",
        run.replacing("attendance:", with: "attendance : []\nattendance:"),
        run.replacing("Hall B", with: "\"Hall B"),
        run.replacing("Hall B", with: "[Hall B"),
        run + "sequence: 3\n",
        run + "...\n",
        run + "---\n",
        run + "  - { person: p-3, status: booked }#\n",
        run + "  - { person: p-3, status: booked, }\n",
        run + "  -{ person: p-3, status: booked }\n",
        run + "   - { person: p-3, status: booked }\n",
        run + "  - { person:p-3, status: booked }\n",
        run + "  - { person: p-3, person: p-4, status: booked }\n",
        run + "  - { person: null, status: booked }\n",
        run + "  - { person: p-3, status: boked }\n",
        run + "  - { person: 'p''3', status: booked }\n",
        run + "\t- { person: p-3, status: booked }\n",
        run + "  # \u{2028}  - { person: p-3, status: booked }\n",
    ])
    func `the scanner gives up where only YAML can tell`(text: String) {
        var reading = Reading()
        let file = SourceFile(path: "runs/a.yaml", bytes: Array(text.utf8))
        #expect(reader.scanned(file, &reading) == nil)
        #expect(reading.diagnostics.isEmpty && reading.references.isEmpty)
    }

    @Test(arguments: [
        run,
        run.replacing("\n", with: "\r\n"),
        run.replacing("  - ", with: "- "),
        run + "\n   # a comment\n  -   {person: \"p-3\" , status: 'walk-in'  }   # another: { \n",
        run.replacing("attendance:", with: "attendance:   # by Ann"),
        run.replacing("Hall B", with: "\"Tŷ Hywel’s hall\""),
        String(run.dropLast()),
    ])
    func `ordinary ways of writing are scanned`(text: String) {
        let file = SourceFile(path: "runs/a.yaml", bytes: Array(text.utf8))
        #expect(agrees(reader, file))
    }

    static let run = """
        # Made up.
        course: aware
        date: 2026-03-12
        start: "09:30"
        end: "12:30"
        venue: Hall B
        places: 24
        attendance:
          - { person: p-1, status: attended }
          - { person: p-2, status: no-show }
          - { status: "late-cancelled", person: p-9 }
          - { person: p-whose-id-is-long, status: attended }
          - { person: p-who-is-not-known, status: booked }
          - { person: p-4, status: attended, minutes: 165, certificate: "NM-2026-0042" }

        """

    static let people = """
        # Made up.
        - { id: p-1, name: "Ann Ås", email: a.b@c.example, agency: police, role_group: lead, site_kind: office }
        - { id: p-2, name: Bo Obo, agency: police, role_group: lead }

        - { id: p-3, name: 'Kit "K" Lee', role_group: lead, agency: health, email: "k@l.example" } # left
        - { id: p-4, name: Di, agency: a, role_group: lead, site: Hall B, manager: m@c.example, left: 2026-03-01 }
        - { id: p-5, name: Di, agency: a, role_group: lead, same_as: p-4, not_same_as: p-1, consent: 2026-01-01, keep_until: 2030-01-01 }

        """

    private let reader = RunReader(
        folder: .empty,
        people: KnownPeople(
            PeopleList(
                ["p-1", "p-2", "p-whose-id-is-long"].map {
                    Person(id: ID($0), name: $0, email: nil, agency: ID("a"), roleGroup: ID("r"), siteKind: nil)
                })))

    /// Spoils a text in up to three places with whatever YAML treats specially.
    private func spoilt(_ text: String, _ random: inout Seeded) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(
                bytes.count, place + (Bool.random(using: &random) ? 0 : Int.random(in: 1...3, using: &random)))
            bytes.replaceSubrange(place..<end, with: Self.oddities.randomElement(using: &random) ?? [])
        }
        return bytes
    }

    private static let oddities: [[UInt8]] =
        [
            "", " ", "  ", "\n", "\r\n", "\r", "\t", "\"", "'", "''", "\\", "#", " #", " # x\n", ",", ", ", "{", "}",
            "[",
            "]", ":", ": ", "-", "- ", "---", "\n---\n", "\n...\n", "null", "~", "true", "é", "ह", "\u{85}", "\u{A0}",
            "\u{2028}", "\u{FEFF}", "\u{202E}", "\u{0}", "&a ", "*a", "!t ", "|", ">", "?", "%", "@", "p-1", "P",
            "attendance:", "\nattendance:\n", "person: p-2", "\n  - { person: p-2, status: booked }\n",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    /// Whether the scanner took the file. Records an issue where it read something else than YAML does.
    private func agrees(_ reader: RunReader, _ file: SourceFile) -> Bool {
        var (fast, slow) = (Reading(), Reading())
        let scanned = reader.scanned(file, &fast)
        return scanned == nil ? false : agree(file, (scanned, fast), (reader.exact(file, &slow), slow))
    }

    private func agrees(
        _ reader: PeopleReader, _ file: SourceFile, partSize: Int = LinesOfFile.usualSize
    ) async -> Bool {
        var (fast, slow) = (Reading(), Reading())
        let scanned = await reader.scanned(file, &fast, partSize: partSize)?.people
        return scanned == nil ? false : agree(file, (scanned, fast), (reader.exact(file, &slow), slow))
    }

    private func agree<Value: Equatable>(
        _ file: SourceFile, _ fast: (value: Value, reading: Reading), _ slow: (value: Value, reading: Reading)
    ) -> Bool {
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(fast.value == slow.value, "\(text.debugDescription)")
        #expect(fast.reading.diagnostics == slow.reading.diagnostics, "\(text.debugDescription)")
        #expect(fast.reading.allDeclared == slow.reading.allDeclared, "\(text.debugDescription)")
        #expect(fast.reading.allReferred == slow.reading.allReferred, "\(text.debugDescription)")
        return true
    }

    @Test(arguments: [1, 90, 200, 100_000])
    func `a list that is read in parts is the same as in one`(partSize: Int) async {
        let text = Self.people + Self.people.replacing("id: p-", with: "id: q-")
        let file = SourceFile(path: "people.yaml", bytes: Array(text.utf8))
        #expect(await agrees(PeopleReader(folder: .empty), file, partSize: partSize))
    }

    @Test func `parts that stand at different margins are no list`() async {
        let text = Self.people + "  - { id: p-6, name: Di, agency: a, role_group: lead }\n"
        var reading = Reading()
        let file = SourceFile(path: "people.yaml", bytes: Array(text.utf8))
        #expect(await PeopleReader(folder: .empty).scanned(file, &reading, partSize: 90)?.people == nil)
    }

    @Test(arguments: [1, 7, 100])
    func `however short the parts, they hold every line once and know its number`(size: Int) {
        let bytes = Array(Self.people.utf8)
        let parts = LinesOfFile.parts(of: bytes, size: size)
        #expect(parts.flatMap(\.bytes) == bytes)
        for part in parts {
            #expect(part.firstLine == bytes[..<part.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1)
            #expect(part.bytes.last == UInt8(ascii: "\n"))
        }
    }
}

extension Reading {
    /// Single and in lists, in the order of the file.
    fileprivate var allDeclared: [Mention] { (declarations + declaredLists.flatMap(\.mentions)).inOrder }
    fileprivate var allReferred: [Mention] { (references + referredLists.flatMap(\.mentions)).inOrder }
}

extension [Reading.Mention] {
    fileprivate var inOrder: Self {
        sorted { ($0.location.start, $0.entity.noun) < ($1.location.start, $1.entity.noun) }
    }
}

extension RecordsFolder {
    static let empty = RecordsFolder(root: "records", files: [])
}
