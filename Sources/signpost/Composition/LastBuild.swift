import CivilTime
import Disk
import Site

/// What is left to know of the last build, so that the next one need not do the same again.
struct LastBuild {
    let output: String
    private let circumstances: [String]

    /// What a build had to say.
    struct Answer: Hashable {
        let said: Said
        /// Of the site: `12 pages, 345 kB`.
        let size: String
    }

    init(output: String, day: CivilDate) {
        self.output = output
        // Whoever calls the program differently may get another site, or another report of it.
        let call = CommandLine.arguments.dropFirst().filter { $0 != "--timings" }
        circumstances = [day.description, Self.workingFolder, "\(Console.errorsAreColoured)"] + call
    }

    /// What the last build said, where this one would read the same and make what is there already.
    func answer() async -> Answer? {
        guard let record = await BuildRecord.current(beside: output, circumstances: circumstances),
            record.answer.count == 3
        else { return nil }
        return Answer(said: Said(data: record.answer[0], note: record.answer[1]), size: record.answer[2])
    }

    /// - Parameters:
    ///   - others: What was made besides the site.
    ///   - sightings: Of everything that was read or looked for.
    func remember(
        _ site: BuiltSite, _ answer: Answer, besides others: [String], readFrom sightings: [Sighting]
    ) async {
        let record = await BuildRecord(
            of: site.outputFiles, in: output, and: others, inputs: sightings + [Sighting(at: "/proc/self/exe")],
            circumstances: circumstances, answer: [answer.said.data, answer.said.note, answer.size])
        record?.save(beside: output)
    }

    private static var workingFolder: String { RealPath.of(".") ?? "" }
}
