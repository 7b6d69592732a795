import Schemas

/// What some of the files of runs say.
struct PartOfRuns: Sendable {
    /// Some of two hundred lines: a millisecond's work.
    static let size = 16

    private(set) var runs: [PlacedRun] = []
    /// Whether every file that could be read at all held a run.
    private(set) var isWhole = true
    private(set) var reading = Reading()

    init(_ files: RunFiles, _ places: Range<Int>, _ reader: RunReader) {
        for place in places {
            let (file, faults) = files.read(place)
            reading.diagnostics += faults
            guard let file else { continue }
            if let run = reader.read(file, &reading) { runs.append(run) } else { isWhole = false }
        }
    }
}
