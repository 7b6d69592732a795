public import CivilTime
public import Diagnostics
public import Schemas
import YAMLData

/// Takes people out of the records so that figures stay as they are (UK GDPR, articles 5(1)(e) and 17).
///
/// The entry of each in `people.yaml` is replaced by one that says no more than figures need (agency, group of staff,
/// kind of site, and the last day as staff where it is known and over) under an id that says nothing, and that id takes
/// their place in runs and moves. Certificates, minutes and comments on their lines go. Their entries as a champion and as
/// a trainer are deleted: those are about who serves now.
///
/// Files are written one by one, in the order of ``files``. The first has the new entries beside what is left of the old
/// ones, which are said to be the same people; so figures are right after each file, nothing personal but the old ids is
/// left after the first, and erasing the same people again finishes what was cut off.
public struct Erasure: Sendable {
    /// What stands in the place of each, in the order in which they were given.
    public let newIDs: [ID<Person>]
    /// The files to be written, in this order; the list of people comes first and last.
    public let files: [SourceFile]
    /// How many entries and mentions change, by file.
    public let changes: [(path: String, count: Int)]
    /// Where a name, an address or an id of theirs still stands, such as in a comment: a person has to look.
    public let leftovers: [Leftover]
    /// The records as they should be read from the files in the end.
    private let expected: TrainingRecords

    /// - Parameters:
    ///   - ids: People who are there, each under any of their records.
    ///   - sources: All files of the records' folder.
    ///   - date: The day on which they are erased. Nobody counts as staff of that day any more.
    /// - Returns: `nil` where nothing of them is left to erase.
    public init?(
        of ids: [ID<Person>], in sources: [SourceFile], _ records: TrainingRecords, asOf date: CivilDate
    ) {
        let substitutes = Substitutes(for: ids, in: records, asOf: date)
        guard !substitutes.all.isEmpty, let people = sources.first(where: { $0.path == "people.yaml" }) else {
            return nil
        }
        let runs = records.runs.filter { $0.mentions(substitutes) }.map(\.id.text)
        var editor = RecordEditor(substitutes: substitutes, runs: Set(runs))
        let between = editor.people(people, keepsOld: true)
        let others = sources.compactMap { editor.edit($0) }
        let final = editor.people(people, keepsOld: false)
        newIDs = substitutes.all.map(\.newID)
        files = [between] + others + [final]
        changes = [(people.path, substitutes.old.count)] + editor.changes
        let written = Dictionary((others + [final]).map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        let traces = Traces(of: substitutes.old.keys.compactMap(records.people.find))
        leftovers = sources.flatMap { traces.find(in: written[$0.path] ?? $0) }
        expected = records.erasing(substitutes)
    }

    /// Whether the edited files, read again, say what they should.
    public func isRight(_ read: TrainingRecords) -> Bool { read.saysTheSame(as: expected) }

    /// A line on which something of somebody is left.
    public struct Leftover: Sendable, Hashable {
        public let path: String
        public let line: Int
        public let person: ID<Person>
    }
}
