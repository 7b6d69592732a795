import CivilTime
import Content
import Diagnostics
import Schemas
import Testing

@testable import Training

@Suite struct ErasureTests {
    @Test func `nothing of a person is left, and nothing else changes`() async throws {
        let (erasure, files) = try await erase("p-1", Self.files)
        #expect(erasure.newIDs.map(\.text) == ["erased-1"])
        #expect(
            files["people.yaml"] == """
                # The staff.
                - { id: erased-1, name: Erased, agency: police, role_group: lead, site_kind: office }
                -   { id: p-2,   name: Bo Elm, agency: police, role_group: lead } # new

                """)
        #expect(
            files["runs/a.yaml"] == """
                course: aware   # the usual
                date: 2026-03-12
                start: "09:30"
                end: "12:30"
                venue: online
                trainer: erased-1
                places: 10
                attendance:
                  # by hand
                  - { person: erased-1, status: attended }
                  - { person: p-2, status: no-show } # rang Ann

                """)
        #expect(files["champions.yaml"] == "# champions\n")
        #expect(files["moves.yaml"] == "- { person: erased-1, from: police, until: 2026-01-01 }\n")
        #expect(files["trainers.yaml"] == "- { person: p-2, trained_by: erased-1, trained: 2026-01-01 }\n")
        #expect(files["runs/b.yaml"] == Self.files["runs/b.yaml"])
    }

    @Test func `figures are right after each single file, and a second try finishes what was cut off`() async throws {
        let before = try await Self.read(Self.files)
        let erasure = try #require(
            Erasure(of: [ID("p-1")], in: Self.sources(Self.files), before, asOf: try day("2027-01-01")))
        let period = try day("2026-01-01")...day("2026-12-31")
        let delivery = DeliveryLedger(before, asOf: try day("2027-01-01")).delivery(in: period)
        var files = Self.files
        for file in erasure.files {
            files[file.path] = String(decoding: file.bytes, as: UTF8.self)
            let records = try await Self.read(files)
            #expect(DeliveryLedger(records, asOf: try day("2027-01-01")).delivery(in: period) == delivery)
            let history = await TrainingHistory(
                records, TrainingScope(agencies: Registry([]), courses: Registry([]), framework: nil))
            let report = DeliveryReport(records, history, in: period, asOf: try day("2027-01-01"))
            #expect(report.total.people == delivery.people && report.total.attendees == delivery.attendances)
            let again = Erasure(
                of: [ID("erased-1")], in: Self.sources(files), records, asOf: try day("2027-01-01"))
            if let again {
                #expect(again.newIDs == erasure.newIDs)
                for file in again.files { files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
                #expect(again.isRight(try await Self.read(files)))
                return
            }
        }
        Issue.record("nothing was cut off")
    }

    @Test func `all records of one person are erased together`() async throws {
        var files = Self.files
        let alias = "{ id: p-9, name: Annie Oak, agency: police, role_group: lead, same_as: p-1 }"
        files["people.yaml", default: ""] += "- \(alias)\n"
        let (_, after) = try await erase("p-9", files)
        #expect(after["people.yaml"]?.contains("Oak") == false && after["people.yaml"]?.contains("p-9") == false)
    }

    @Test func `entries over several lines go as a whole`() async throws {
        var files = Self.files
        files["people.yaml"] = """
            - id: p-1
              # rang on Monday
              name: Ann Oak
              agency: police
              role_group: lead
            - id: p-2
              name: Bo Elm
              agency: police
              role_group: lead

            """
        let (_, after) = try await erase("p-1", files)
        #expect(
            after["people.yaml"] == """
                - { id: erased-1, name: Erased, agency: police, role_group: lead }
                - id: p-2
                  name: Bo Elm
                  agency: police
                  role_group: lead

                """)
    }

    @Test(arguments: [
        "[{ id: p-1, name: Ann Oak, agency: police, role_group: lead }, { id: p-2, name: Bo, agency: police, role_group: lead }]\n",
        "- { id: p-1, name: Ann Oak, agency: police, role_group: lead\n  }\n- { id: p-2, name: Bo, agency: police, role_group: lead }\n",
    ])
    func `what cannot be edited for sure is noticed`(people: String) async throws {
        var files = Self.files
        files["people.yaml"] = people
        let records = try await Self.read(files)
        let today = try day("2027-01-01")
        let erasure = try #require(Erasure(of: [ID("p-1")], in: Self.sources(files), records, asOf: today))
        var after = files
        for file in erasure.files { after[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        #expect(await Self.draft(after).checked().value.map { erasure.isRight($0.1) } != true)
    }

    static let files = [
        "people.yaml": """
        # The staff.
        - { id: p-1, name: "Ann Oak", email: a@x.example, agency: police, role_group: lead, site_kind: office } # left?
        -   { id: p-2,   name: Bo Elm, agency: police, role_group: lead } # new

        """,
        "runs/a.yaml": """
        course: aware   # the usual
        date: 2026-03-12
        start: "09:30"
        end: "12:30"
        venue: online
        trainer: p-1
        places: 10
        attendance:
          # by hand
          - { person: p-1, status: attended, minutes: 170, certificate: "NM-1" } # rang
          - { person: p-2, status: no-show } # rang Ann

        """,
        "runs/b.yaml": """
        course: aware
        date: 2026-04-12
        start: "09:30"
        end: "12:30"
        venue: p-1 house
        places: 10
        attendance: [{person: p-2, status: attended}]

        """,
        "champions.yaml": "# champions\n- { person: p-1, agency: police, site_kind: office, since: 2025-01-01 }\n",
        "moves.yaml": "- { person: p-1, from: police, until: 2026-01-01 }\n",
        "trainers.yaml":
            "- { person: p-1, trained: 2025-01-01 }\n- { person: p-2, trained_by: p-1, trained: 2026-01-01 }\n",
    ]

    private func erase(_ id: String, _ files: [String: String]) async throws -> (Erasure, [String: String]) {
        let records = try await Self.read(files)
        let erasure = try #require(Erasure(of: [ID(id)], in: Self.sources(files), records, asOf: try day("2027-01-01")))
        var after = files
        for file in erasure.files { after[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        #expect(erasure.isRight(try await Self.read(after)))
        return (erasure, after)
    }

    private static func sources(_ files: [String: String]) -> [SourceFile] {
        files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    private static func read(_ files: [String: String]) async throws -> TrainingRecords {
        let (both, faults) = await draft(files).checked()
        return try #require(both?.1, "\(faults)")
    }

    private static func draft(_ files: [String: String]) async -> Draft<(Void, TrainingRecords)> {
        let records = await TrainingReader(root: "records").read(sources(files))
        var board = Reading()
        let place = Location(path: "board", start: .start)
        board.declare(Agency.entity, "police", at: place)
        board.declare(Course.entity, "aware", at: place)
        board.declare(RoleGroup.entity, "lead", at: place)
        board.declare(SiteKind.entity, "office", at: place)
        return Draft((), board).joined(with: records)
    }
}
