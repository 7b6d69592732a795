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
        for mention in reading.references
        where known[mention.entity]?[mention.id] == nil && !reading.unread.contains(mention.entity) {
            faults.append(dangling(mention, known: known[mention.entity].map { $0.keys.sorted() } ?? []))
        }
        return faults
    }

    private static func dangling(_ mention: Reading.Mention, known: [String]) -> Diagnostic {
        let noun = mention.entity.noun
        let help =
            if let near = Spelling.nearest(mention.id, in: known) {
                "did you mean \"\(near)\"?"
            } else {
                "add it to \(mention.entity.home), or correct the id"
            }
        return Diagnostic(
            .unknownID, "there is no \(noun) \"\(mention.id)\"", at: mention.location, help: help)
    }
}
