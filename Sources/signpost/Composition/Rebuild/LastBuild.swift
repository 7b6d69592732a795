import CivilTime
import Diagnostics
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

    /// How the site stands to what it was made from.
    enum Standing {
        /// This build would read the same and make what is there already: what the last one said.
        case same(Answer)
        /// Some files have changed, and none has come or gone.
        case changed(Changes)
        case unknown
    }

    /// What a build can go by that need not do everything again.
    struct Changes {
        let said: Said
        let record: BuildRecord
        /// The files that have changed, from the working folder.
        let files: [String]
        /// What the site holds.
        let site: SiteWriter.Contents
        let texts: TextRecord
    }

    func standing() async -> Standing {
        // Looked at first: where another build writes meanwhile, the record or this does not hold.
        let stamp = SiteWriter.stamp(of: output)
        switch await BuildRecord.standing(beside: output, circumstances: circumstances) {
        case .same(let record):
            return Answer(record.answer).map(Standing.same) ?? .unknown
        case .changed(let record, let files):
            guard let answer = Answer(record.answer), let digest = record.answer.last,
                let site = SiteWriter.contents(of: output), site.stamp == stamp,
                let texts = TextRecord.read(beside: output), texts.digest == digest
            else { return .unknown }
            return .changed(Changes(said: answer.said, record: record, files: files, site: site, texts: texts))
        case .unknown: return .unknown
        }
    }

    /// - Parameters:
    ///   - files: The paths of the site's files, and their sizes in bytes.
    ///   - others: What was made besides the site.
    ///   - sightings: Of everything that was read or looked for.
    ///   - texts: What another text can be put into; `nil` where that takes a whole build.
    func remember(
        _ files: [(path: String, size: Int)], _ answer: Answer, besides others: [String],
        readFrom sightings: [Sighting], _ texts: TextRecord?
    ) async {
        let record = await BuildRecord(
            of: files, in: output, and: others, inputs: sightings, circumstances: circumstances,
            answer: [answer.said.data, answer.said.note, answer.size, texts?.digest ?? ""])
        texts?.save(beside: output)
        record?.save(beside: output)
    }

    /// The program itself, which the site depends on too.
    static var program: Sighting { Sighting(at: "/proc/self/exe") }

    private static var workingFolder: String { RealPath.of(".") ?? "" }
}

extension LastBuild.Answer {
    fileprivate init?(_ answer: [String]) {
        guard answer.count == 4 else { return nil }
        self.init(said: Said(data: answer[0], note: answer[1]), size: answer[2])
    }
}
