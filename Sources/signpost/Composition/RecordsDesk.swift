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

        var writtenPaths: [String] { files.map(\.path) }
    }

    /// A register of a course with a million lines is none.
    private static let largestFile = 64 * 1024 * 1024

    func importing(
        _ file: String, mappingFile: String?, _ given: ImportOptions, _ progress: inout Progress
    ) async throws -> Import {
        progress.stage("Reading the records")
        let shelves = await Shelves.read(sources, withThemes: false)
        let (board, records) = try await checked(shelves, shelves.records)
        guard let run = records.runs.first(where: { $0.id.text == runID }) else { throw unknownRun(records) }
        var options = given
        if let mappingFile { options.mapping = try await mapping(mappingFile).overlaid(with: given.mapping) }
        try check(options, board, records)
        progress.stage("Reading \(file)")
        let bytes = try await bytes(of: file)
        progress.stage("Matching people")
        do {
            let table = try Self.table(bytes, file)
            let importer = Importer(
                run: run, people: records.people, agencies: board.agencies, options: options, path: file)
            let plan = try importer.plan(table)
            return Import(plan: plan, run: run, files: try await files(plan, run, shelves))
        } catch let refusal as ImportRefusal {
            throw Fault(diagnostics: [refusal.diagnostic])
        }
    }

    /// First the people and then the run: a crash between the two leaves people whom no run names yet, and importing
    /// again completes it. The other way round it would leave a run that names nobody's id.
    func write(_ result: Import) async throws {
        do {
            for file in result.files { try FileReplacement.write(file.bytes, to: file.path) }
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

    private func checked(_ shelves: Shelves, _ files: [SourceFile]) async throws -> (Board, TrainingRecords) {
        let lines = shelves.byShownPath
        let source: @Sendable (String, Int) -> String? = { path, number in
            lines[path].flatMap { LineOfFile.text($0, number) }
        }
        guard shelves.canBeUsed, let folder = shelves.recordsFolder else {
            let missing = Diagnostic(
                .unknownRun, "this board keeps no records, so there is no run \"\(runID)\"", at: nil,
                help: "say where they are: `records:` in signpost.yaml, or --records FOLDER")
            throw Fault(diagnostics: shelves.diagnostics.hasErrors ? shelves.diagnostics : [missing], source: source)
        }
        let content = await ContentReader(root: shelves.contentFolder, components: nil).read(shelves.content)
        let records = await TrainingReader(root: folder).read(files)
        let (both, faults) = content.joined(with: records).checked()
        let all = (shelves.diagnostics + faults).filter { $0.severity == .error }
        guard let (board, training) = both, all.isEmpty else {
            let discreet = all.map { $0.isInside(folder) ? $0.discreet : $0 }
            throw Fault(diagnostics: discreet.sortedByPlace(), source: source)
        }
        return (board, training)
    }

    private func unknownRun(_ records: TrainingRecords) -> Fault {
        let near = Spelling.nearest(runID, in: records.runs.map(\.id.text))
        return Fault(diagnostics: [
            Diagnostic(
                .unknownRun, "there is no run \"\(runID)\"", at: nil,
                help: near.map { "did you mean \"\($0)\"?" } ?? "a run's id is the name of its file in runs/")
        ])
    }

    /// Ids that the user typed must lead somewhere.
    private func check(_ options: ImportOptions, _ board: Board, _ records: TrainingRecords) throws {
        var faults: [Diagnostic] = []
        func check(_ id: String?, _ noun: String, _ known: [String]) {
            guard let id, !known.contains(id) else { return }
            faults.append(
                Diagnostic(
                    .unknownID, "there is no \(noun) \"\(id)\"", at: nil,
                    help: Spelling.nearest(id, in: known).map { "did you mean \"\($0)\"?" }))
        }
        for (_, person) in options.people.sorted(by: { $0.key < $1.key }) where records.people.find(person) == nil {
            check(person.text, "person", records.people.items.map(\.id.text))
        }
        check(options.agency?.text, "agency", board.agencies.items.map(\.id.text))
        check(options.roleGroup?.text, "role group", board.training?.roleGroups.items.map(\.id.text) ?? [])
        guard faults.isEmpty else { throw Fault(diagnostics: faults) }
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
        _ plan: ImportPlan, _ run: Run, _ shelves: Shelves
    ) async throws -> [(path: String, bytes: [UInt8])] {
        guard !plan.isEmpty, let folder = shelves.recordsFolder else { return [] }
        var records = shelves.records
        var changed: [String] = []
        func put(_ path: String, _ bytes: [UInt8]) {
            changed.append(path)
            records.removeAll { $0.path == path }
            records.append(SourceFile(path: path, bytes: bytes))
        }
        if !plan.newPeople.isEmpty {
            let old = records.first { $0.path == "people.yaml" }?.bytes ?? []
            put("people.yaml", RecordEdits.people(old, adding: plan.newPeople))
        }
        let name = "\(run.id).yaml"
        guard let file = records.first(where: { $0.path.hasPrefix("runs/") && $0.path.hasSuffix("/\(name)") }),
            let bytes = RecordEdits.run(file.bytes, plan.changes)
        else { throw cannotEdit(folder, run) }
        put(file.path, bytes)
        records.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
        let (_, after) = try await checked(shelves, records)
        guard let edited = after.runs.first(where: { $0.id == run.id }), plan.isSaid(by: edited, insteadOf: run),
            plan.newPeople.allSatisfy({ after.people.find($0.id)?.name == $0.name })
        else { throw cannotEdit(folder, run) }
        return changed.compactMap { path in
            records.first { $0.path == path }.map { (folder == "." ? path : "\(folder)/\(path)", $0.bytes) }
        }
    }

    private func cannotEdit(_ folder: String, _ run: Run) -> Fault {
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
        var wanted = Dictionary(run.attendance.map { ($0.person, $0.status) }, uniquingKeysWith: { first, _ in first })
        for change in changes { wanted[change.person] = change.status }
        let found = Dictionary(
            edited.attendance.map { ($0.person, $0.status) }, uniquingKeysWith: { first, _ in first })
        return wanted == found && edited.date == run.date && edited.course == run.course
    }
}
