import CivilTime
import Content
import Diagnostics
import Reporting
import Schemas
import TestSupport
import Testing

@testable import Training

/// Records that are past their date go, and no figure changes.
@Suite struct RetentionTests {
    @Test(arguments: [("2026-03-31", 0), ("2026-04-01", 1), ("2027-01-01", 1)])
    func `a record is past its date from the day after it`(today: String, overdue: Int) async throws {
        let records = try await RecordsOnTrial.read(Self.files)
        let today = try day(today)
        #expect(Retention(records, asOf: today).overdue.map(\.id.text) == (overdue == 1 ? ["p-1"] : []))
    }

    @Test func `each is reported where its date stands`() async throws {
        let records = try await RecordsOnTrial.read(Self.files)
        let file = try #require(RecordsOnTrial.sources(Self.files).first { $0.path == "people.yaml" })
        let faults = Retention(records, asOf: try day("2026-06-01")).faults(in: file, path: "records/people.yaml")
        #expect(faults.map(\.code) == [.recordPastItsDate])
        #expect(faults[0].message == "\"p-1\" may be kept until 2026-03-31, and it is 2026-06-01")
        #expect(faults[0].location?.start == Position(line: 2, column: 97))
    }

    @Test func `the date of the record that stays counts, and that of a merged one where it has none`() async throws {
        var files = Self.files
        let merged = { (rest: String) in
            "- { id: p-8, name: Bo Elmo, agency: police, role_group: lead, keep_until: 2026-01-01, same_as: \(rest) }\n"
        }
        files["people.yaml", default: ""] += merged("p-2")
        let today = try day("2026-02-01")
        let own = try await RecordsOnTrial.read(files)
        #expect(Retention(own, asOf: today).overdue.map(\.id.text) == ["p-2"])
        files["people.yaml"] = (Self.files["people.yaml"] ?? "") + merged("p-1")
        let later = try await RecordsOnTrial.read(files)
        #expect(Retention(later, asOf: today).overdue.isEmpty)
    }

    @Test func `pruned, nothing of the person is left, and nothing else changes`() async throws {
        let after = try await prune(Self.files, asOf: "2026-06-01")
        #expect(
            after["people.yaml"] == """
                # The staff.
                - { id: erased-1, name: Erased, agency: police, role_group: lead, left: 2026-02-01 }
                -   { id: p-2,   name: Bo Elm, agency: police, role_group: lead } # stays

                """)
        #expect(after["champions.yaml"] == "- { person: p-2, agency: police, site_kind: office, since: 2025-01-01 }\n")
        #expect(after["runs/a.yaml"]?.contains("  - { person: erased-1, status: attended }\n") == true)
        let again = Retention(try await RecordsOnTrial.read(after), asOf: try day("2026-06-01"))
        let records = try await RecordsOnTrial.read(after)
        #expect(again.overdue.isEmpty && again.pruning(RecordsOnTrial.sources(after), records) == nil)
    }

    @Test func `what is still said of them elsewhere is told, line by line`() async throws {
        var files = Self.files
        files["people.yaml", default: ""] += """
            # Ann Oak rang, and so did p-10. Ask A@x.example. p-1.
            - { id: p-3, name: Cy Ash, agency: police, role_group: lead, manager: a@x.example }

            """
        let records = try await RecordsOnTrial.read(files)
        let erasure = try #require(
            Retention(records, asOf: try day("2026-06-01")).pruning(RecordsOnTrial.sources(files), records))
        #expect(erasure.leftovers.map(\.line) == [4, 5] && Set(erasure.leftovers.map(\.person.text)) == ["p-1"])
    }

    @Test func `two records of one person in one run leave the row that counted`() async throws {
        var files = Self.files
        files["people.yaml", default: ""] +=
            "- { id: p-9, name: An Oak, agency: police, role_group: lead, same_as: p-1 }\n"
        files["runs/a.yaml"] = files["runs/a.yaml"]?.replacing(
            "  - { person: p-1, status: attended",
            with: "  - { person: p-9, status: no-show }\n  - { person: p-1, status: attended")
        let before = try await Figures(files)
        let after = try await prune(files, asOf: "2026-06-01")
        #expect(after["runs/a.yaml"]?.contains("no-show") == true, "somebody else's")
        #expect(after["runs/a.yaml"]?.split(separator: "\n").count { $0.contains("erased-1") } == 1)
        #expect(try await Figures(after).firstDifference(from: before) == nil)
    }

    @Test(arguments: 0..<60)
    func `figures, compliance and reports are equal before and after, also when it is cut off`(seed: UInt64)
        async throws
    {
        var random = Seeded(seed)
        let files = Self.madeUp(&random)
        let before = try await Figures(files)
        let after = try await prune(files, asOf: "2026-06-01") { halfDone in
            let difference = try await Figures(halfDone).firstDifference(from: before)
            #expect(difference == nil, "cut off")
        }
        #expect(try await Figures(after).firstDifference(from: before) == nil)
        let gone = try await Retention(RecordsOnTrial.read(files), asOf: try day("2026-06-01")).overdue
        let rest = try await RecordsOnTrial.read(after)
        for person in gone {
            for (path, text) in after {
                let text = text.lowercased()
                #expect(!text.contains(person.name.lowercased()) && !text.contains(person.email ?? "@"), "\(path)")
                #expect(!text.contains("\(person.id),") && !text.contains("\(person.id)\n"), "\(path)")
            }
        }
        let stay = files["people.yaml"]?.split(separator: "\n").filter { line in
            rest.people.items.contains { line.contains("id: \($0.id),") }
        }
        for line in stay ?? [] { #expect(after["people.yaml"]?.contains(line) == true, "untouched lines stay") }
    }

    // MARK: -

    /// Prunes as the command does: file by file, each read again, and a second run that finds nothing.
    private func prune(
        _ files: [String: String], asOf today: String, halfway: ([String: String]) async throws -> Void = { _ in }
    ) async throws -> [String: String] {
        let records = try await RecordsOnTrial.read(files)
        let today = try day(today)
        var after = files
        guard let erasure = Retention(records, asOf: today).pruning(RecordsOnTrial.sources(files), records) else {
            return files
        }
        for file in erasure.files {
            after[file.path] = String(decoding: file.bytes, as: UTF8.self)
            try await halfway(after)
            // Whoever runs it again where it was cut off ends in the same place.
            let cutOff = try await RecordsOnTrial.read(after)
            let rest = Retention(cutOff, asOf: today).pruning(RecordsOnTrial.sources(after), cutOff)
            guard let rest else { continue }
            var finished = after
            for file in rest.files { finished[file.path] = String(decoding: file.bytes, as: UTF8.self) }
            #expect(erasure.isRight(try await RecordsOnTrial.read(finished)))
        }
        #expect(erasure.isRight(try await RecordsOnTrial.read(after)))
        return after
    }

    private static let files = [
        "people.yaml": """
        # The staff.
        - { id: p-1, name: "Ann Oak", email: a@x.example, agency: police, role_group: lead, keep_until: 2026-03-31, left: 2026-02-01 }
        -   { id: p-2,   name: Bo Elm, agency: police, role_group: lead } # stays

        """,
        "runs/a.yaml": run(
            "2026-01-12",
            ["{ person: p-1, status: attended, minutes: 170, certificate: NM-1 }", "{ person: p-2, status: no-show }"]),
        "champions.yaml": """
        - { person: p-1, agency: police, site_kind: office, since: 2025-01-01, consent: { name: 2025-01-01 } }
        - { person: p-2, agency: police, site_kind: office, since: 2025-01-01 }

        """,
    ]

    private static func run(_ date: String, _ rows: [String]) -> String {
        """
        course: aware
        date: \(date)
        start: "09:30"
        end: "12:30"
        venue: online
        places: 40
        attendance:

        """ + rows.map { "  - \($0)\n" }.joined()
    }

    /// Up to 24 people with and without dates, some merged, moved, champions and trainers, and some runs.
    private static func madeUp(_ random: inout Seeded) -> [String: String] {
        let dates = ["2025-03-31", "2025-09-30", "2026-03-31", "2026-05-31", "2026-06-01", "2027-01-01"]
        let count = Int.random(in: 3...24, using: &random)
        var (people, champions, moves, trainers) = ("# all\n", "", "", "")
        for number in 1...count {
            var keys = "id: p-\(number), name: Ann Oak\(number)er, email: ann\(number)@x.example, agency: "
            keys += "\(Bool.random(using: &random) ? "police" : "schools"), role_group: lead"
            if Bool.random(using: &random) { keys += ", site_kind: office" }
            if Bool.random(using: &random), let date = dates.randomElement(using: &random) {
                keys += ", keep_until: \(date)"
            }
            if Int.random(in: 0..<3, using: &random) == 0, let date = dates.randomElement(using: &random) {
                keys += ", left: \(date)"
            }
            if number % 5 == 0 { keys += ", same_as: p-\(number - 1)" }
            people += "- { \(keys) }\n"
            if number % 3 == 0 {
                champions += "- { person: p-\(number), agency: police, site_kind: office, since: 2024-01-01 }\n"
            }
            if number % 4 == 0 { moves += "- { person: p-\(number), from: schools, until: 2025-10-01 }\n" }
            if number % 7 == 0 { trainers += "- { person: p-\(number), trained_by: p-1, trained: 2024-01-01 }\n" }
        }
        var files = [
            "people.yaml": people, "champions.yaml": champions, "moves.yaml": moves, "trainers.yaml": trainers,
        ]
        for (place, date) in ["2024-05-01", "2025-04-01", "2025-11-01", "2026-05-01", "2026-09-01"].enumerated() {
            let rows = (1...count).shuffled(using: &random).prefix(Int.random(in: 1...count, using: &random))
            files["runs/r\(place).yaml"] = run(
                date,
                rows.map { number in
                    let words =
                        date > "2026-06-01" ? ["booked", "cancelled"] : ["attended", "no-show", "part", "walk-in"]
                    return "{ person: p-\(number), status: \(words.randomElement(using: &random) ?? "booked") }"
                })
        }
        return files
    }
}

/// Every figure that reports and the public site give, as text.
private struct Figures {
    private var told: [String] = []

    /// Few words, where the figures are pages of them.
    func firstDifference(from other: Figures) -> String? {
        let (mine, theirs) = (told.joined().split(separator: "\n"), other.told.joined().split(separator: "\n"))
        return zip(theirs, mine).first { $0 != $1 }.map { "\($0) is now \($1)" }
            ?? (mine.count == theirs.count ? nil : "there are other lines")
    }

    init(_ files: [String: String]) async throws {
        let records = try await RecordsOnTrial.read(files)
        let board = RecordsOnTrial.board
        let history = await TrainingHistory(records, board.scope)
        for today in [try day("2026-06-01"), try day("2026-12-01")] {
            for from in ["2024-01-01", "2025-04-01", "2026-04-01"] {
                for grouping in DeliveryReport.Grouping.allCases {
                    let report = await TrainingReport(
                        records, history, in: try day(from)...day("2026-06-30"), by: grouping, asOf: today)
                    told.append(report.document.text(.json))
                }
                let period = try day(from)...day("2026-06-30")
                told.append("\(DeliveryLedger(records, asOf: today).delivery(in: period))")
            }
            let compliance = await Compliance(records, history, asOf: today)
            told.append("\(compliance.total) \(compliance.agencies) \(compliance.levels) \(compliance.siteKinds)")
            told.append("\(ChampionReport(records, history, asOf: today).coverage)")
        }
    }
}

/// Files of records, read with the board that they belong to.
private enum RecordsOnTrial {
    static var board: TrainingBoard {
        var board = TrainingBoard()
        board.addCourse("aware", months: 12)
        board.addGroup("lead")
        board.addAgency("police")
        board.addAgency("schools")
        return board
    }

    static func sources(_ files: [String: String]) -> [SourceFile] {
        files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    static func read(_ files: [String: String]) async throws -> TrainingRecords {
        let records = await TrainingReader(root: "records").read(sources(files))
        var declared = Reading()
        let place = Location(path: "board", start: .start)
        for agency in ["police", "schools"] { declared.declare(Agency.entity, agency, at: place) }
        declared.declare(Course.entity, "aware", at: place)
        declared.declare(RoleGroup.entity, "lead", at: place)
        declared.declare(SiteKind.entity, "office", at: place)
        let (both, faults) = Draft((), declared).joined(with: records).checked()
        return try #require(both?.1, "\(faults)")
    }
}
