public import Diagnostics
public import Schemas

/// The lists of a board that training records name people's agencies and groups of staff by.
public struct TrainingLists: Sendable {
    public let agencies: Registry<Agency>
    /// `nil` where the board has none.
    public let framework: TrainingFramework?
}

extension ContentReader {
    /// The files that ``trainingLists(in:)`` looks at.
    public static let trainingListFiles = ["data/agencies.yaml", "data/training.yaml"]

    /// The lists alone: faults of pages and of other files are neither looked for nor found, and courses, which are pages,
    /// are not missed.
    public func trainingLists(in files: [SourceFile]) -> Draft<TrainingLists> {
        var reading = Reading()
        guard files.contains(where: { $0.path == "signpost.yaml" }) else {
            reportMissingSettings(&reading)
            return Draft(nil, reading)
        }
        let data = DataFolder(
            root: root, files: Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }))
        let agencies = data.registry(Agency.reader, &reading)
        let framework = data.framework(&reading)
        reading.couldNotRead(Course.entity)
        guard let agencies, let framework else { return Draft(nil, reading) }
        return Draft(TrainingLists(agencies: agencies, framework: framework), reading)
    }
}
