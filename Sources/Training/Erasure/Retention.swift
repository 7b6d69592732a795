public import CivilTime
public import Diagnostics
import Schemas
import YAMLData

/// Whose records should have been removed by a day: their `keep_until` has passed (UK GDPR, article 5(1)(e): storage
/// limitation).
///
/// Figures of that day are already as if they had been removed, so removing them changes none.
public struct Retention: Sendable {
    public let asOf: CivilDate
    /// The records that stand for them, in the order of their file.
    public let overdue: [Person]
    /// Of whom an erasure that was cut off left something.
    private let unfinished: [ID<Person>]

    public init(_ records: TrainingRecords, asOf date: CivilDate) {
        asOf = date
        overdue = records.people.items.filter { $0.sameAs == nil && $0.isPastItsDate(on: date) && !$0.isErased }
        var seen: Set<ID<Person>> = []
        unfinished =
            records.areMerged
            ? records.people.items.compactMap(\.sameAs)
                .filter { records.people[$0].isErased && seen.insert($0).inserted } : []
    }

    /// What removes them all; `nil` where there is nothing to remove.
    ///
    /// - Parameter sources: All files of the records' folder.
    public func pruning(_ sources: [SourceFile], _ records: TrainingRecords) -> Erasure? {
        Erasure(of: overdue.map(\.id) + unfinished, in: sources, records, asOf: asOf)
    }

    /// A warning for each of them, where their date stands.
    ///
    /// - Parameters:
    ///   - file: `people.yaml`, read once more: places are not kept for what is nearly always right.
    ///   - path: As messages give it.
    public func faults(in file: SourceFile, path: String) -> [Diagnostic] {
        guard !overdue.isEmpty else { return [] }
        let rows = YAMLReader.read(file.bytes, path: path).node?.items ?? []
        var places: [String: Location] = [:]
        for row in rows {
            guard let id = row["id"]?.text, let place = row["keep_until"]?.location else { continue }
            // The date of the record that stays counts, and that of a merged one only where it has none.
            if let main = row["same_as"]?.text { places[main] = places[main] ?? place } else { places[id] = place }
        }
        return overdue.map { person in
            Diagnostic(
                .recordPastItsDate,
                "\"\(person.id)\" may be kept until \(person.keepUntil?.description ?? ""), and it is \(asOf)",
                at: places[person.id.text] ?? .wholeFile(path),
                help: "run `signpost records prune --as-of \(asOf)` to see what removing it would change")
        }
    }
}
