import Content
import Diagnostics
import Schemas
import Training

/// What an import needs: the board's agencies and groups of staff, the people, and one run. Nothing else is read, so no
/// fault in a page or in another run keeps a trainer from noting who came.
struct ImportSources {
    let shelves: Shelves
    let runID: String
    /// The folder of the records.
    let folder: String
    /// The files of the records that are read.
    let files: [SourceFile]

    /// What they say, without a fault.
    struct Contents {
        let lists: TrainingLists
        let people: Registry<Person>
        let run: Run
    }

    init(_ shelves: Shelves, runID: String) throws {
        let told = shelves.diagnostics.filter { $0.severity == .error }
        guard shelves.canBeUsed else { throw RecordsDesk.Fault(diagnostics: told) }
        guard let folder = shelves.recordsFolder else {
            throw RecordsDesk.Fault(diagnostics: [Self.noRecords(of: shelves, runID)])
        }
        self.shelves = shelves
        self.runID = runID
        self.folder = folder
        files = shelves.records.filter { $0.path == Self.people || Self.isRun($0.path, runID) }
        let broken = told.filter { $0.location.map(isNeeded) ?? true }
        guard broken.isEmpty else { throw RecordsDesk.Fault(diagnostics: broken) }
        guard files.contains(where: { $0.path != Self.people }) else {
            // A file that could not be read may be the one that is missed.
            throw RecordsDesk.Fault(diagnostics: [unknownRun] + told.filter { $0.isInside(folder) })
        }
    }

    /// The path of the list of people, from the records' folder.
    static let people = "people.yaml"

    private static func isRun(_ path: String, _ id: String) -> Bool {
        path.hasPrefix("runs/") && path.hasSuffix("/\(id).yaml")
    }

    private func isNeeded(_ place: Location) -> Bool {
        let lists = (ContentReader.trainingListFiles + ["signpost.yaml"]).map { shelves.contentFolder + "/" + $0 }
        return (lists + ["\(folder)/\(Self.people)"]).contains(place.path) || Self.isRun(place.path, runID)
    }
}

extension ImportSources {
    /// - Parameter files: Those of the records, as they are or as they would be.
    func read(_ files: [SourceFile]) async throws -> Contents {
        let lists = ContentReader(root: shelves.contentFolder, components: nil).trainingLists(in: shelves.content)
        let records = await TrainingReader(root: folder).read(files)
        let (both, faults) = lists.joined(with: records).checked()
        let errors = faults.filter { $0.severity == .error }
        guard let (board, training) = both, errors.isEmpty else {
            let lines = shelves.byShownPath
            throw RecordsDesk.Fault(diagnostics: shelves.discreet(errors).sortedByPlace()) { path, number in
                lines[path].flatMap { LineOfFile.text($0, number) }
            }
        }
        guard let run = training.runs.first(where: { $0.id.text == runID }) else {
            throw RecordsDesk.Fault(diagnostics: [unknownRun])
        }
        return Contents(lists: board, people: training.people, run: run)
    }

    private static func noRecords(of shelves: Shelves, _ runID: String) -> Diagnostic {
        guard shelves.hasSettings else {
            return Diagnostic(
                .missingFile, "there is no signpost.yaml in \(shelves.contentFolder)", at: nil,
                help: "go to the folder of your board, or name its content folder with --source")
        }
        return Diagnostic(
            .unknownRun, "this board keeps no records, so there is no run \"\(runID)\"", at: nil,
            help: "say where they are: `records:` in signpost.yaml, or --records FOLDER")
    }

    private var unknownRun: Diagnostic {
        let ids = shelves.records.filter { $0.path.hasPrefix("runs/") && $0.path.hasSuffix(".yaml") }.map { file in
            String(file.path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
        }
        return Diagnostic(
            .unknownRun, "there is no run \"\(runID)\"", at: nil,
            help: Spelling.suggestion(for: runID, in: ids)
                ?? "a run is a file in \(folder)/runs/, and its id is the file's name without .yaml")
    }
}
