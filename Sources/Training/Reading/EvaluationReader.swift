import Diagnostics
import Schemas
import YAMLData

/// Reads the files of `evaluations/`, each named after its run.
struct EvaluationReader {
    let folder: RecordsFolder

    /// All of them, or `nil` where one has a fault.
    func read(_ reading: inout Reading) -> [Evaluation]? {
        var places: [ID<Run>: Location] = [:]
        let files = folder.evaluations
        let read = files.compactMap { file -> Evaluation? in
            guard let id = run(of: file, &places, &reading), let node = folder.node(of: file, &reading),
                let answers = Reader.list(of: Evaluation.answer).value(of: node, &reading)
            else { return nil }
            return Evaluation(run: id, answers: answers)
        }
        return read.count == files.count ? read : nil
    }

    private func run(
        of file: SourceFile, _ places: inout [ID<Run>: Location], _ reading: inout Reading
    ) -> ID<Run>? {
        let stem = folder.stem(of: file)
        guard let id = Reader<ID<Run>>.reference().value(of: stem, &reading) else { return nil }
        if let first = places.updateValue(stem.location, forKey: id) {
            reading.report(
                .evaluationTwice, "the run \"\(id)\" has two files of evaluations", at: stem.location,
                notes: [.init("the other one is here", at: first)], help: "put all its forms into one file")
        }
        return id
    }
}

extension RecordsFolder {
    /// The name of a file without its folder and its ending, which is the id of a run.
    func stem(of file: SourceFile) -> YAMLNode {
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        let stem = String(name.dropLast(".yaml".count))
        return YAMLNode(.scalar(stem, .quoted), at: .wholeFile(shown(file.path)))
    }
}
