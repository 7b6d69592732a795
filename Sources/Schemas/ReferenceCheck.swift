public import Diagnostics

/// Every id that is used is declared once.
public enum ReferenceCheck {
    /// Ids declared twice, and references to ids that nobody declares, with what was probably meant.
    public static func faults(in reading: Reading) -> [Diagnostic] {
        var known: [EntityKind: [String: Location]] = [:]
        var faults: [Diagnostic] = []
        for list in reading.declaredLists { faults += declare(list, &known) }
        for mention in reading.declarations {
            if let first = known[mention.entity]?[mention.id] {
                faults.append(usedTwice(mention, first))
            } else {
                known[mention.entity, default: [:]][mention.id] = mention.location
            }
        }
        var nearest = NearestIDs(known)
        let lost = reading.references.filter { known[$0.entity]?[$0.id] == nil }
        for mention in lost + reading.referredLists.flatMap({ unknown($0, known) })
        where !reading.unread.contains(mention.entity) {
            faults.append(
                Diagnostic(
                    .unknownID, "there is no \(mention.entity.noun) \"\(mention.id)\"", at: mention.location,
                    help: nearest.of(mention).map { "did you mean \"\($0)\"?" }
                        ?? "add it to \(mention.entity.home), or correct the id"))
        }
        return faults
    }

    private static func usedTwice(_ mention: Reading.Mention, _ first: Location) -> Diagnostic {
        Diagnostic(
            .duplicateID, "the \(mention.entity.noun) id \"\(mention.id)\" is used twice", at: mention.location,
            notes: [.init("it is first used here", at: first)], help: "give one of the two another id")
    }

    /// Takes in the ids of a list; those that stand twice are faults.
    private static func declare(
        _ list: MentionList, _ known: inout [EntityKind: [String: Location]]
    ) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        var own = known.removeValue(forKey: list.entity) ?? [:]
        own.reserveCapacity(own.count + list.ids.count)
        for (index, id) in list.ids.enumerated() {
            let location = list.location(index)
            guard let first = own.updateValue(location, forKey: id) else { continue }
            own[id] = first
            faults.append(usedTwice(Reading.Mention(entity: list.entity, id: id, location: location), first))
        }
        known[list.entity] = own
        return faults
    }

    private static func unknown(
        _ list: MentionList, _ known: [EntityKind: [String: Location]]
    ) -> [Reading.Mention] {
        let known = known[list.entity] ?? [:]
        // Neighbours in a list often name the same thing.
        var last: String?
        return list.ids.indices.compactMap { index in
            let id = list.ids[index]
            if id == last { return nil }
            guard known[id] == nil else {
                last = id
                return nil
            }
            return Reading.Mention(entity: list.entity, id: id, location: list.location(index))
        }
    }
}

/// What was probably meant by ids that nobody declares.
///
/// A look at all ids is made for the first few unknown ones only: where a whole file is missing, hundred thousands of
/// mentions lead nowhere, and no spelling is to blame.
private struct NearestIDs {
    private static let searchesPerKind = 100

    private let declared: [EntityKind: [String: Location]]
    private var sorted: [EntityKind: [String]] = [:]
    private var answers: [EntityKind: [String: String?]] = [:]

    init(_ declared: [EntityKind: [String: Location]]) { self.declared = declared }

    mutating func of(_ mention: Reading.Mention) -> String? {
        let kind = mention.entity
        if let answer = answers[kind]?[mention.id] { return answer }
        guard answers[kind, default: [:]].count < Self.searchesPerKind else { return nil }
        let ids = sorted[kind] ?? declared[kind].map { $0.keys.sorted() } ?? []
        sorted[kind] = ids
        let answer = Spelling.nearest(mention.id, in: ids)
        answers[kind, default: [:]][mention.id] = .some(answer)
        return answer
    }
}
