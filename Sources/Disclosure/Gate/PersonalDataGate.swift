public import CivilTime
public import Content
import Parallelism
import Schemas
public import Training

/// The last check before a public or a school edition is written: reads the finished bytes of every file and looks for
/// personal data from the records, and for what looks like personal data from anywhere.
///
/// It trusts nothing that happened before: not the plan, not the templates, not the authors. What it looks for, how far
/// it looks, and what it cannot see is told in docs/personal-data.md.
public struct PersonalDataGate: Sendable {
    let watch: WatchList
    var published: PublishedContacts
    /// What one school has agreed to publish in its own copy.
    var agreed: Set<Finding.What> = []

    /// - Parameters:
    ///   - records: The people who must not be found; ``TrainingRecords/none`` where the board keeps none here.
    ///   - board: Its contacts, and the phrases that it allows.
    ///   - date: The day for which the site is built. Champions whose consent holds on it may be named.
    public init(records: TrainingRecords, board: Board, asOf date: CivilDate) {
        self.init(
            records: records, phrases: board.settings.disclosure.allowedPhrases,
            published: PublishedContacts(contacts: board.contacts.items, boardAddress: board.settings.board.email),
            asOf: date)
    }

    init(
        records: TrainingRecords, phrases: [BoardSettings.AllowedPhrase], published: PublishedContacts,
        asOf date: CivilDate
    ) {
        watch = WatchList(records: records, phrases: phrases, asOf: date)
        self.published = published
    }

    /// A file of the finished site; the path is taken from the site's folder.
    public typealias File = (path: String, bytes: [UInt8])

    /// What one file holds, whatever stands in the others.
    public struct Reading: Sendable {
        /// One, or none where nothing at all was found: nearly all files are clean, and need no room.
        let results: [FileScan.Result]
        /// In bytes.
        let size: Int
    }

    /// Looks through one file. Safe from many tasks at once.
    public func read(_ file: File) -> Reading {
        let scan = FileScan(watch: watch, published: published)
        let result = scan.scan(path: file.path, file.bytes)
        return Reading(results: result.isClean ? [] : [result], size: file.bytes.count)
    }

    /// Shows the files to a body, some at a time, for as long as that wants to see more.
    public typealias Showing = (_ look: ([File]) -> Bool) async -> Void

    /// What all files of a site hold together.
    ///
    /// - Parameters:
    ///   - readings: Of the site's files, in the order in which they are to be told of.
    ///   - show: Shows every file of the site once more. Asked only where the name of somebody may be a word of the
    ///     language, because only the words of all files can tell.
    public func result(of readings: [Reading], showing show: Showing) async -> GateResult {
        await result(of: readings, size: readings.reduce(0) { $0 + $1.size }, showing: show)
    }

    /// Looks through all files, on all cores. The same files give the same answer in the same order.
    ///
    /// - Parameter clean: Paths of files that need no second look: see ``clean(among:)``.
    public func scan(_ files: [File], besides clean: Set<String> = []) async -> GateResult {
        let rest = clean.isEmpty ? files : files.filter { !clean.contains($0.path) }
        let readings = await rest.concurrentMap(chunk: 32) { read($0) }
        return await result(of: readings, size: files.reduce(0) { $0 + $1.bytes.count }) { look in _ = look(files) }
    }

    private func result(of readings: [Reading], size: Int, showing show: Showing) async -> GateResult {
        var results = readings.flatMap(\.results)
        let unclean = Set(results.map(\.path))
        if !agreed.isEmpty {
            for place in results.indices { results[place].found.removeAll { agreed.contains($0.what) } }
        }
        let ordinary = await takeOutOrdinaryWords(of: &results, show)
        return GateResult(
            results, files: readings.count, size: size, unclean: unclean, for: watch, published: published,
            ordinary: ordinary)
    }

    /// The files in which nothing at all is found, not even what would be excused. Whatever a school agrees to publish
    /// only takes away from what is found: the same files are clean in every school's copy.
    public func clean(among files: [File]) async -> Set<String> {
        let scan = FileScan(watch: watch, published: published)
        let results = await files.concurrentMap(chunk: 8) { scan.scan(path: $0.path, $0.bytes) }
        return Set(results.filter(\.isClean).map(\.path))
    }

    /// The people whose names stand in the site as ordinary words alone, or beside alarms.
    private func takeOutOrdinaryWords(of results: inout [FileScan.Result], _ show: Showing) async -> Set<Int32> {
        let doubtful = Set(results.flatMap { $0.found.filter(\.isSmall) }.compactMap(\.what.named))
        guard !doubtful.isEmpty else { return [] }
        let names = watch.words(ofNames: doubtful)
        var words = OrdinaryWords(among: Array(names.values))
        await show { files in
            files.forEach { words.look(at: $0) }
            return words.areOpen
        }
        let ordinary = doubtful.filter { names[$0].map(words.contains) == true }
        for place in results.indices {
            results[place].found.removeAll { $0.isSmall && $0.what.named.map(ordinary.contains) == true }
        }
        return ordinary
    }
}
