public import Diagnostics

/// Every id that is used is declared once.
public enum ReferenceCheck {
    /// Ids declared twice, and references to ids that nobody declares, with what was probably meant.
    public static func faults(in reading: Reading) -> [Diagnostic] {
        var known = KnownIDs()
        var faults: [Diagnostic] = []
        for list in reading.declaredLists { faults += known.declare(list) }
        faults += reading.declarations.compactMap { known.declare($0) }
        var nearest = NearestIDs(known)
        let lost =
            reading.references.filter { !known.has($0.id, of: $0.entity) }
            + reading.referredLists.flatMap { list in
                list.mentions { !known.has($0, of: list.entity) }
            }
        for mention in lost where !reading.unread.contains(mention.entity) {
            faults.append(
                Diagnostic(
                    .unknownID, "there is no \(mention.entity.noun) \"\(mention.id)\"", at: mention.location,
                    help: nearest.of(mention).map { "did you mean \"\($0)\"?" }
                        ?? "add it to \(mention.entity.home), or correct the id"))
        }
        return faults
    }
}

/// Which ids are declared, and where first.
private struct KnownIDs {
    private var lists: [EntityKind: [(list: MentionList, table: IDTable)]] = [:]
    private var single: [EntityKind: [String: Location]] = [:]

    func has(_ id: String, of entity: EntityKind) -> Bool {
        single[entity]?[id] != nil || lists[entity]?.contains { $0.table.place(of: id) != nil } ?? false
    }

    func ids(of entity: EntityKind) -> [String] {
        (single[entity].map { Array($0.keys) } ?? []) + (lists[entity] ?? []).flatMap(\.list.ids)
    }

    /// Takes in the ids of a list; those that stand twice are faults.
    mutating func declare(_ list: MentionList) -> [Diagnostic] {
        let table = list.table ?? IDTable(list.ids)
        let earlier = lists[list.entity] ?? []
        let twice =
            earlier.isEmpty
            ? table.repeated
            : list.ids.indices.filter { place in
                table.place(of: list.ids[place]) != place || has(list.ids[place], of: list.entity)
            }
        lists[list.entity] = earlier + [(list, table)]
        return twice.compactMap { place in
            let mention = list.mention(place)
            return first(mention.id, of: list.entity).map { Self.usedTwice(mention, $0) }
        }
    }

    /// Takes in an id; a fault, where there is one of the kind already.
    mutating func declare(_ mention: Reading.Mention) -> Diagnostic? {
        if let first = first(mention.id, of: mention.entity) { return Self.usedTwice(mention, first) }
        single[mention.entity, default: [:]][mention.id] = mention.location
        return nil
    }

    private func first(_ id: String, of entity: EntityKind) -> Location? {
        if let location = single[entity]?[id] { return location }
        for (list, table) in lists[entity] ?? [] {
            if let place = table.place(of: id) { return list.mention(place).location }
        }
        return nil
    }

    private static func usedTwice(_ mention: Reading.Mention, _ first: Location) -> Diagnostic {
        Diagnostic(
            .duplicateID, "the \(mention.entity.noun) id \"\(mention.id)\" is used twice", at: mention.location,
            notes: [.init("it is first used here", at: first)], help: "give one of the two another id")
    }
}

/// What was probably meant by ids that nobody declares.
///
/// A look at all ids is made for the first few unknown ones only: where a whole file is missing, hundred thousands of
/// mentions lead nowhere, and no spelling is to blame.
private struct NearestIDs {
    private static let searchesPerKind = 100

    private let declared: KnownIDs
    private var sorted: [EntityKind: [String]] = [:]
    private var answers: [EntityKind: [String: String?]] = [:]

    init(_ declared: KnownIDs) { self.declared = declared }

    mutating func of(_ mention: Reading.Mention) -> String? {
        let kind = mention.entity
        if let answer = answers[kind]?[mention.id] { return answer }
        guard answers[kind, default: [:]].count < Self.searchesPerKind else { return nil }
        let ids = sorted[kind] ?? Set(declared.ids(of: kind)).sorted()
        sorted[kind] = ids
        let answer = Spelling.nearest(mention.id, in: ids)
        answers[kind, default: [:]][mention.id] = .some(answer)
        return answer
    }
}
