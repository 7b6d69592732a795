import AttendanceImport
import Content
import Diagnostics
import Disk
import Schemas
import Tables
import Training
import YAMLData

/// Reads the records, plans an import, and writes it.
struct RecordsDesk {
    let sources: SourceOptions
    let runID: String

    /// What the user has to put right. Lines of the imported file are not shown: they hold names.
    struct Fault: Error {
        let diagnostics: [Diagnostic]
        var source: @Sendable (String, Int) -> String? = { _, _ in nil }

        func print() {
            let style: TerminalStyle = Console.errorsAreColoured ? .colour : .plain
            Console.note(
                ReportFormat.human.report(diagnostics, source: source, style: style) + "Nothing was written.\n")
        }
    }

    /// A plan with what it is about and the files it would change.
    struct Import {
        let plan: ImportPlan
        let run: Run
        /// Whole files by their paths, in the order in which they are to be written.
        let files: [(path: String, bytes: [UInt8])]
        fileprivate let shelves: Shelves

        var writtenPaths: [String] { files.map(\.path) }
    }

    /// A register of a course with a million lines is none.
    private static let largestFile = 64 * 1024 * 1024

    func importing(
        _ file: String, mappingFile: String?, _ given: ImportOptions, _ progress: inout Progress
    ) async throws -> Import {
        progress.stage("Reading the records")
        let sources = try ImportSources(await Shelves.read(sources, withThemes: false), runID: runID)
        let before = try await sources.read(sources.files)
        let run = before.run
        var options = given
        if let mappingFile { options.mapping = try await mapping(mappingFile).overlaid(with: given.mapping) }
        try check(options, before)
        progress.stage("Reading \(file)")
        let bytes = try await bytes(of: file)
        progress.stage("Matching people")
        do {
            let table = try Self.table(bytes, file)
            let importer = Importer(
                run: run, people: before.people, agencies: before.lists.agencies, options: options, path: file)
            let plan = try importer.plan(table)
            return Import(
                plan: plan, run: run, files: try await files(plan, run, sources), shelves: sources.shelves)
        } catch let refusal as ImportRefusal {
            throw Fault(diagnostics: [refusal.diagnostic])
        }
    }

    /// First the people and then the run: a crash between the two leaves people whom no run names yet, and importing
    /// again completes it. The other way round it would leave a run that names nobody's id.
    func write(_ result: Import) async throws {
        do throws(DiskFailure) {
            var known = try await KnownRecords(asRead: result.shelves)
            for file in result.files { try known.replace(file.path, with: file.bytes) }
        } catch {
            throw Fault(diagnostics: error.diagnostics)
        }
    }
}

extension RecordsDesk {
    private static func table(_ bytes: [UInt8], _ path: String) throws(ImportRefusal) -> TableFile {
        do throws(TableFault) {
            return try TableFile(bytes)
        } catch {
            throw ImportRefusal(error, path: path)
        }
    }

    /// Ids that the user typed must lead somewhere.
    private func check(_ options: ImportOptions, _ known: ImportSources.Contents) throws {
        var faults: [Diagnostic] = []
        func check(_ id: String?, _ noun: String, _ known: [String], else help: String? = nil) {
            guard let id, !known.contains(id) else { return }
            faults.append(
                Diagnostic(
                    .unknownID, "there is no \(noun) \"\(id)\"", at: nil,
                    help: Spelling.suggestion(for: id, in: known) ?? help))
        }
        for (_, person) in options.people.sorted(by: { $0.key < $1.key }) where known.people.find(person) == nil {
            check(person.text, "person", known.people.items.map(\.id.text))
        }
        let agencies = known.lists.agencies.items.map(\.id.text)
        check(options.agency?.text, "agency", agencies, else: Self.list(agencies))
        let groups = known.lists.framework?.roleGroups.items.map(\.id.text) ?? []
        check(options.roleGroup?.text, "role group", groups, else: Self.list(groups))
        guard faults.isEmpty else { throw Fault(diagnostics: faults) }
    }

    /// All there are, where that is a few.
    private static func list(_ known: [String]) -> String? {
        guard (1...20).contains(known.count) else { return nil }
        return "there \(known.count == 1 ? "is" : "are"): \(known.joined(separator: ", "))"
    }

    private func bytes(of path: String) async throws -> [UInt8] {
        do {
            return try OneFile.read(path, limit: Self.largestFile)
        } catch {
            throw Fault(diagnostics: error.diagnostics)
        }
    }

    private func mapping(_ path: String) async throws -> ColumnMapping {
        let bytes = try await bytes(of: path)
        let (node, faults) = YAMLReader.read(bytes, path: path)
        var reading = Reading()
        reading.diagnostics = faults
        if let node, let mapping = ColumnMapping.reader.value(of: node, &reading) { return mapping }
        throw Fault(diagnostics: reading.diagnostics, source: { LineOfFile.text(bytes, $1) })
    }

    /// The changed files, read again to make sure that they say what they should.
    private func files(
        _ plan: ImportPlan, _ run: Run, _ sources: ImportSources
    ) async throws -> [(path: String, bytes: [UInt8])] {
        guard !plan.isEmpty else { return [] }
        let edited = try edits(plan, run, sources)
        let changed = Set(edited.map(\.path))
        let after = try await sources.read(sources.files.filter { !changed.contains($0.path) } + edited)
        guard plan.isSaid(by: after.run, insteadOf: run),
            plan.newPeople.allSatisfy({ after.people.find($0.id)?.name == $0.name })
        else { throw cannotEdit(run) }
        return edited.map { (sources.folder == "." ? $0.path : "\(sources.folder)/\($0.path)", $0.bytes) }
    }

    /// The people, where there are new ones, and then the run.
    private func edits(_ plan: ImportPlan, _ run: Run, _ sources: ImportSources) throws -> [SourceFile] {
        let list = sources.files.first { $0.path == ImportSources.people }
        guard let file = sources.files.first(where: { $0.path != ImportSources.people }),
            let bytes = RecordEdits.run(file.bytes, plan.changes)
        else { throw cannotEdit(run) }
        let edited = SourceFile(path: file.path, bytes: bytes)
        guard !plan.newPeople.isEmpty else { return [edited] }
        let people = RecordEdits.people(list?.bytes ?? [], adding: plan.newPeople)
        return [SourceFile(path: ImportSources.people, bytes: people), edited]
    }

    private func cannotEdit(_ run: Run) -> Fault {
        Fault(diagnostics: [
            Diagnostic(
                .cannotEdit, "the file of the run \(run.id) cannot be edited safely", at: nil,
                help: "write each person on a line of their own, such as `- { person: p-0001, status: booked }`")
        ])
    }
}

extension ImportPlan {
    /// Whether the run has all changes and is otherwise as it was.
    fileprivate func isSaid(by edited: Run, insteadOf run: Run) -> Bool {
        var wanted = run.attendance.byPerson
        for change in changes {
            let before = wanted[change.person]
            wanted[change.person] = Attendance(
                person: change.person, status: change.status, minutes: change.minutes ?? before?.minutes,
                certificate: before?.certificate)
        }
        let found = edited.attendance.byPerson
        return wanted == found && edited.date == run.date && edited.course == run.course
    }
}

extension AttendanceList {
    fileprivate var byPerson: [ID<Person>: Attendance] {
        Dictionary(map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
