public import CivilTime
public import Content
public import Schemas

/// Whose training has run out, or does so soon: what a trainer chases.
public struct DueList: Sendable {
    public let asOf: CivilDate
    /// In days.
    public let within: Int
    /// The longest overdue first, then by day, and those who were never trained last; then by name.
    public let entries: [Entry]

    public struct Entry: Sendable {
        public let person: Person
        public let agency: ID<Agency>
        public let status: TrainingStatus
    }

    /// - Parameters:
    ///   - records: Those that `history` was made from.
    ///   - days: What runs out within so many days is due.
    ///   - includingNever: Whether those who never reached their level are listed too.
    public init(
        _ records: TrainingRecords, _ history: TrainingHistory, asOf date: CivilDate, within days: Int,
        includingNever: Bool = false
    ) {
        asOf = date
        within = days
        entries = records.people.items.compactMap { person -> Entry? in
            guard person.isCounted(on: date), !person.isErased,
                let status = history.status(of: person.id, on: date, dueWithin: days)
            else { return nil }
            switch status {
            case .current: return nil
            case .never where !includingNever: return nil
            case .due, .overdue, .never:
                return Entry(person: person, agency: records.agency(of: person, on: date), status: status)
            }
        }.sorted { $0.precedes($1) }
    }

    /// The entries by the manager who should hear of them, by address; those without a manager are left out.
    public var byManager: [(manager: String, entries: [Entry])] {
        let grouped = Dictionary(grouping: entries.filter { $0.person.manager != nil }) { $0.person.manager ?? "" }
        return grouped.keys.sorted().map { ($0, grouped[$0] ?? []) }
    }
}

extension DueList.Entry {
    fileprivate func precedes(_ other: Self) -> Bool {
        let (mine, theirs) = (status.lastDay, other.status.lastDay)
        guard mine == theirs else {
            guard let mine, let theirs else { return mine != nil }
            return mine < theirs
        }
        return (person.name, person.id) < (other.person.name, other.person.id)
    }
}
