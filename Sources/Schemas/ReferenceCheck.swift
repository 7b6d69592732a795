public import Diagnostics

/// Every id that is used is declared once.
public enum ReferenceCheck {
    /// Ids declared twice, and references to ids that nobody declares, with what was probably meant.
    public static func faults(in reading: Reading) -> [Diagnostic] {
        var known: [EntityKind: [String: Location]] = [:]
        var faults: [Diagnostic] = []
        for mention in reading.declarations {
            if let first = known[mention.entity]?[mention.id] {
                faults.append(
                    Diagnostic(
                        .duplicateID, "the \(mention.entity.noun) id \"\(mention.id)\" is used twice",
                        at: mention.location, notes: [.init("it is first used here", at: first)],
                        help: "give one of the two another id"))
            } else {
                known[mention.entity, default: [:]][mention.id] = mention.location
            }
        }
        var nearest = NearestIDs(known)
        for mention in reading.references
        where known[mention.entity]?[mention.id] == nil && !reading.unread.contains(mention.entity) {
            faults.append(
                Diagnostic(
                    .unknownID, "there is no \(mention.entity.noun) \"\(mention.id)\"", at: mention.location,
                    help: nearest.of(mention).map { "did you mean \"\($0)\"?" }
                        ?? "add it to \(mention.entity.home), or correct the id"))
        }
        return faults
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
