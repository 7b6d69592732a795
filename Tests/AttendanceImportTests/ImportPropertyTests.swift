import Content
import Diagnostics
import Foundation
import Schemas
import Tables
import TestSupport
import Testing
import Training

@testable import AttendanceImport

/// What holds for every file, however damaged: it is read or refused, soon, and nobody is counted twice.
struct ImportPropertyTests {
    /// The registers that the end-to-end tests import.
    private static let registers: [(name: String, bytes: [UInt8])] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "EndToEnd/Registers")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            let arguments = try? String(contentsOf: folder.appending(path: "\(name)/arguments.txt"), encoding: .utf8)
            guard let file = arguments?.split(separator: "\n").first,
                let data = try? Data(contentsOf: folder.appending(path: "\(name)/\(file)"))
            else { return nil }
            return (name, Array(data))
        }
    }()

    private static let people = """
        - { id: p-0001, name: "Marta Rundlewhistle", email: marta@council.faultford.example, agency: council, role_group: staff }
        - { id: p-0002, name: Chidi Candlepondle, email: Chidi@council.faultford.example, agency: council, role_group: staff }
        - { id: p-0003, name: "Nadia Pellpondle", agency: college, role_group: staff }
        - { id: p-0004, name: "Sam Oakwhistle", email: sam.oakwhistle@council.faultford.example, agency: council, role_group: staff }
        - { id: p-0005, name: "Sam Oakwhistle", email: sam@police.faultford.example, agency: police, role_group: staff }

        """

    private static let run = """
        course: aware
        date: 2026-03-12
        start: "09:30"
        end: "12:30"
        venue: online
        places: 24
        attendance:
          - { person: p-0001, status: booked }   # first
          - { person: p-0003, status: booked }

        """

    private struct NoRecords: Error {}

    private func records(_ run: [UInt8]) async throws -> TrainingRecords {
        let files = [
            SourceFile(path: "people.yaml", bytes: Array(Self.people.utf8)),
            SourceFile(path: "runs/2026-03-12-aware.yaml", bytes: run),
        ]
        // Nobody has read the registries that the records refer to.
        var elsewhere = Reading()
        for kind in [Agency.entity, RoleGroup.entity, Course.entity] { elsewhere.couldNotRead(kind) }
        let draft = await TrainingReader(root: "records").read(files)
        guard let (records, _) = draft.joined(with: Draft(true, elsewhere)).checked().value else { throw NoRecords() }
        return records
    }

    private func importer(_ records: TrainingRecords) -> Importer {
        var options = ImportOptions()
        options.mapping.dates = .monthFirst
        return Importer(
            run: records.runs[0], people: records.people, agencies: Registry([]), options: options, path: "register.csv"
        )
    }

    @Test(arguments: registers.map(\.name))
    func `a damaged register is read or refused, and what is written is right`(_ name: String) async throws {
        let register = try #require(Self.registers.first { $0.name == name })
        let records = try await records(Array(Self.run.utf8))
        var random = Seeded(UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt($1) }))
        for _ in 0..<20 {
            let bytes = Self.damaged(register.bytes, &random)
            guard let file = try? TableFile(bytes), let plan = try? importer(records).plan(file) else { continue }
            try await check(plan, records, file)
        }
    }

    private func check(_ plan: ImportPlan, _ records: TrainingRecords, _ file: TableFile) async throws {
        let changed = plan.changes.map(\.person)
        #expect(Set(changed).count == changed.count)
        #expect(changed.allSatisfy { records.people.find($0) != nil })
        guard !plan.isEmpty else { return }
        let edited = try #require(RecordEdits.run(Array(Self.run.utf8), plan.changes))
        let after = try await self.records(edited)
        #expect(String(decoding: edited, as: UTF8.self).contains("# first"))
        #expect(try importer(after).plan(file).isEmpty, "importing again changes something")
    }

    /// A few bytes changed, cut out, doubled or put in, as transport and editors do.
    private static func damaged(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3: bytes.insert("\",;\t\n\r (1/2".utf8.randomElement(using: &random) ?? 0, at: start)
            default: bytes.removeSubrange(end...)
            }
        }
        return bytes
    }

    @Test func `random bytes are refused or are nobody`() async throws {
        let records = try await records(Array(Self.run.utf8))
        var random = Seeded(20_260_312)
        for round in 0..<300 {
            let alphabet: ClosedRange<UInt8> = round.isMultiple(of: 2) ? 0...255 : 9...126
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                UInt8.random(in: alphabet, using: &random)
            }
            guard let file = try? TableFile(bytes), let plan = try? importer(records).plan(file) else { continue }
            #expect(plan.isEmpty)
        }
    }

    @Test func `a file of four times the size takes about four times as long`() async throws {
        let records = try await records(Array(Self.run.utf8))
        func duration(_ rows: Int) throws -> Duration {
            let body = (0..<rows).map { "Person \($0),person\($0)@lantern.example,9:\($0 % 60),12:\($0 % 60)\n" }
            let bytes = Array(("Name,Email,Joined,Left\n" + body.joined()).utf8)
            let start = ContinuousClock.now
            let plan = try importer(records).plan(try TableFile(bytes))
            #expect(plan.entries.count == rows + 2)
            return start.duration(to: .now)
        }
        _ = try duration(200)
        let (small, large) = (try duration(1_500), try duration(6_000))
        // Twice what is expected, for a machine that does other things too.
        #expect(large < small * 8 + .milliseconds(200))
    }
}
