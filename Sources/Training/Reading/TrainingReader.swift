public import Diagnostics
import Parallelism
import Returns
public import Schemas
import YAMLData

/// Reads a folder of training records: people, champions, and runs with their attendance. Every fault is found in one
/// run.
public struct TrainingReader: Sendable {
    /// Stands in front of paths in messages: the records folder as the user typed it.
    public let root: String

    public init(root: String) { self.root = root }

    /// - Parameters:
    ///   - files: All files of the folder, with paths from it: `people.yaml`, `champions.yaml`,
    ///     `runs/2026/2026-03-12-aware.yaml`.
    ///   - later: Files of runs that are not among them, and are read when their turn comes.
    public func read(_ files: [SourceFile], later: RunFiles = RunFiles()) async -> Draft<TrainingRecords> {
        var reading = Reading()
        let folder = RecordsFolder(root: root, files: files)
        let people = await PeopleReader(folder: folder).read(&reading)
        let champions = champions(folder, &reading)
        let moves = list(folder, folder.moves, of: Move.reader, &reading)
        let trainers = list(folder, folder.trainers, of: Trainer.reader, &reading)
        let canaries = list(folder, folder.canaries, of: Canary.reader, &reading)
        let evaluations = EvaluationReader(folder: folder).read(&reading)
        let reader = RunReader(
            folder: folder, people: KnownPeople(people ?? PeopleList([])), trainers: trainers?.map(\.value) ?? [])
        let runs = await runs([RunFiles(folder.runs), later], reader, &reading)
        let collected = CollectedFiles(files, shown: folder.shown).read(&reading)
        folder.reportStrays(&reading)
        guard let people, let champions, let moves, let trainers, let canaries, let evaluations, let runs, let collected
        else { return Draft(nil, reading) }
        trainers.checkCascade(&reading)
        let records = TrainingRecords(
            people: Registry(people.people, table: people.table), placed: runs, champions: champions, moves: moves,
            trainers: trainers.map(\.value),
            evaluations: evaluations, canaries: canaries, selfAssessment: collected.assessment,
            outreach: collected.outreach)
        return Draft(records, reading)
    }

    /// What a file lists; nothing where it is not there, `nil` where it has a fault.
    private func list<Item>(
        _ folder: RecordsFolder, _ file: SourceFile?, of reader: Reader<Item>, _ reading: inout Reading
    ) -> [Item]? {
        guard let file else { return [] }
        return folder.node(of: file, &reading).flatMap { Reader.list(of: reader).value(of: $0, &reading) }
    }

    /// All runs, or `nil` where one of them has a fault.
    private func runs(_ files: [RunFiles], _ reader: RunReader, _ reading: inout Reading) async -> [PlacedRun]? {
        var parts: [PartOfRuns] = []
        for files in files {
            parts += await Array(stride(from: 0, to: files.count, by: PartOfRuns.size)).concurrentMap(chunk: 1) {
                PartOfRuns(files, $0..<min($0 + PartOfRuns.size, files.count), reader)
            }
        }
        for part in parts { reading.merge(part.reading) }
        return parts.allSatisfy(\.isWhole) ? parts.flatMap(\.runs) : nil
    }

    /// Whether a file is of a run, by its path from the folder.
    public static func isRun(_ path: String) -> Bool { RecordsFolder.isYAML(path, in: "runs/") }

    private func champions(_ folder: RecordsFolder, _ reading: inout Reading) -> [Champion]? {
        guard let listed = list(folder, folder.champions, of: Champion.reader, &reading) else { return nil }
        var places: [ID<Person>: Location] = [:]
        for champion in listed {
            guard let first = places.updateValue(champion.location, forKey: champion.value.person) else { continue }
            reading.report(
                .championTwice, "\"\(champion.value.person)\" is listed as a champion twice", at: champion.location,
                notes: [.init("they are first listed here", at: first)], help: "keep one of the two entries")
        }
        return listed.map(\.value)
    }
}

extension TrainingReader {
    /// What each file of the folder holds, for the content reference and the JSON Schemas. A star stands for any name.
    public static var shapes: [(path: String, shape: SchemaShape)] {
        [
            ("people.yaml", .list(Person.reader.shape, atLeastOne: false)),
            ("champions.yaml", .list(Champion.reader.shape, atLeastOne: false)),
            ("moves.yaml", .list(Move.reader.shape, atLeastOne: false)),
            ("trainers.yaml", .list(Trainer.reader.shape, atLeastOne: false)),
            ("canaries.yaml", .list(Canary.reader.shape, atLeastOne: false)),
            ("evaluations/**/*.yaml", .list(Evaluation.answer.shape, atLeastOne: true)),
            ("runs/**/*.yaml", RunSheet.reader(KnownPeople(PeopleList([]))).shape),
        ] + SelfAssessment.shapes + Outreach.shapes
    }
}

/// What may stand where in a folder of records.
struct RecordsFolder: Sendable {
    let root: String
    let people: SourceFile?
    let champions: SourceFile?
    let moves: SourceFile?
    let trainers: SourceFile?
    let canaries: SourceFile?
    let runs: [SourceFile]
    let evaluations: [SourceFile]
    private let strays: [SourceFile]

    init(root: String, files: [SourceFile]) {
        self.root = root
        people = files.first { $0.path == "people.yaml" }
        champions = files.first { $0.path == "champions.yaml" }
        moves = files.first { $0.path == "moves.yaml" }
        trainers = files.first { $0.path == "trainers.yaml" }
        canaries = files.first { $0.path == "canaries.yaml" }
        runs = files.filter { TrainingReader.isRun($0.path) }
        evaluations = files.filter { Self.isYAML($0.path, in: "evaluations/") }
        strays = files.filter {
            !TrainingReader.isRun($0.path) && !Self.isYAML($0.path, in: "evaluations/")
                && !CollectedFiles.holds($0.path) && !(Self.lists + Self.notes).contains($0.path)
        }
    }

    private static let lists = ["people.yaml", "champions.yaml", "moves.yaml", "trainers.yaml", "canaries.yaml"]

    /// What people may write for each other beside the records.
    private static let notes = ["README.txt", "README.md"]

    static func isYAML(_ path: String, in folder: String) -> Bool {
        path.hasPrefix(folder) && path.hasSuffix(".yaml")
    }

    /// A path as the user would type it.
    func shown(_ path: String) -> String { root.isEmpty || root == "." ? path : "\(root)/\(path)" }

    /// What a file says. One that holds nothing but comments is an empty list, and that is no fault.
    func node(of file: SourceFile, _ reading: inout Reading) -> YAMLNode? {
        let (node, faults) = YAMLReader.read(file.bytes, path: shown(file.path))
        reading.diagnostics += faults
        guard let node else { return nil }
        return node.value == .mapping([]) ? YAMLNode(.sequence([]), at: node.location) : node
    }

    /// A file that nothing reads is most likely misnamed; its people would be missing from every figure.
    func reportStrays(_ reading: inout Reading) {
        for file in strays {
            reading.report(
                .strayFile, "nothing reads this file", at: .wholeFile(shown(file.path)),
                help: Spelling.suggestion(for: file.path, in: Self.lists + CollectedFiles.lists)
                    ?? "runs belong in runs/, each in a file of its own that ends in .yaml")
        }
    }
}

/// The ids of `people.yaml`, to tell apart which mentions lead nowhere.
///
/// Only those are handed to ``ReferenceCheck``. A mention for each of a million rows would cost more memory than all
/// the records.
struct KnownPeople: Sendable {
    let ids: [ID<Person>]
    private let table: IDTable

    init(_ list: PeopleList) {
        ids = list.people.map(\.id)
        table = list.table
    }

    /// The place of the person with an id.
    func place(of id: ID<Person>) -> Int? { table.place(of: id.text) }

    /// - Parameter id: UTF-8.
    func place(of id: UnsafeBufferPointer<UInt8>) -> Int? { table.place(of: id) }

    /// The places of people; -1 for those who are not there.
    func places(of words: [ShortWord]) -> [Int32] { table.places(of: words) }

    /// The id as the list holds it, so that a long one is stored once and not once for each row.
    subscript(place: Int) -> ID<Person> { ids[place] }

    /// A mention of somebody.
    var reader: Reader<ID<Person>> {
        Reader(.reference(Person.entity)) { node, reading in
            var aside = Reading()
            let id: ID<Person>? = Reader.reference().value(of: node, &aside)
            reading.diagnostics += aside.diagnostics
            guard let id else { return nil }
            if let place = place(of: id) { return self[place] }
            reading.refer(to: Person.entity, id.text, at: node.location)
            return id
        }
    }
}
