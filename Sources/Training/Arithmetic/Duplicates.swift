public import Schemas

/// Records that look like the same person twice. Nobody is merged by it: a person decides, with `same_as` or
/// `not_same_as`.
public struct Duplicates: Sendable {
    /// In the order of the records.
    public let pairs: [Pair]

    public struct Pair: Sendable, Hashable {
        public let first: Person
        public let second: Person
        public let reason: Reason
    }

    public enum Reason: String, Sendable {
        case email = "same e-mail address"
        case name = "same name, same agency"
        case nearName = "nearly the same name, same agency"
    }

    public init(_ people: Registry<Person>) {
        let counted = people.items.indices.filter {
            people.items[$0].sameAs == nil && !people.items[$0].isErased
        }
        var found: [Int: [Int: Reason]] = [:]
        let keys = counted.flatMap { place in NameKey.keys(of: people.items[place]).map { (key: $0, place: place) } }
        for (reason, places) in Self.shared(keys) {
            for pair in Self.neighbours(places) { found[pair.0, default: [:]].keep(reason, for: pair.1) }
        }
        pairs = found.keys.sorted().flatMap { first in
            (found[first] ?? [:]).sorted { $0.key < $1.key }.map {
                Pair(first: people.items[first], second: people.items[$0.key], reason: $0.value)
            }
        }.filter { !$0.isDenied }
    }

    /// The places that share a key, and what the key is of.
    private static func shared(_ keys: [(key: NameKey, place: Int)]) -> [(Reason, [Int])] {
        let sorted = keys.sorted { ($0.key.hash, $0.place) < ($1.key.hash, $1.place) }
        var shared: [(Reason, [Int])] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end].key.hash == sorted[start].key.hash { end += 1 }
            if end - start > 1 { shared.append((sorted[start].key.reason, sorted[start..<end].map(\.place))) }
            start = end
        }
        return shared
    }

    /// Each with the next one: of many records of one person, a chain says as much as all pairs.
    private static func neighbours(_ places: [Int]) -> [(Int, Int)] {
        zip(places, places.dropFirst()).filter { $0 != $1 }.map { ($0, $1) }
    }
}

extension Duplicates.Pair {
    fileprivate var isDenied: Bool { first.notSameAs == second.id || second.notSameAs == first.id }
}

extension [Int: Duplicates.Reason] {
    /// A pair that is found in two ways has the stronger reason.
    fileprivate mutating func keep(_ reason: Duplicates.Reason, for place: Int) {
        let order: [Duplicates.Reason] = [.email, .name, .nearName]
        let rank = { (reason: Duplicates.Reason) in order.firstIndex(of: reason) ?? 0 }
        if let other = self[place], rank(other) <= rank(reason) { return }
        self[place] = reason
    }
}

/// What two records of one person have in common: an address, a name, or a name with one letter left out.
///
/// Two names that become the same when each loses at most one letter differ by a letter that was added, left out,
/// changed, or swapped with its neighbour (after W. Garbe's symmetric delete algorithm, 2012).
private struct NameKey {
    let hash: UInt64
    let reason: Duplicates.Reason

    /// Short names differ by a letter too often: Ann Lee and Anna Lee are two people.
    private static let shortest = 8

    static func keys(of person: Person) -> [NameKey] {
        let name = letters(person.name)
        var keys = [NameKey(hash: hash(person.agency.text.unicodeScalars, name), reason: .name)]
        if let email = person.email {
            keys.append(NameKey(hash: hash("@".unicodeScalars, email.lowercased().unicodeScalars), reason: .email))
        }
        guard name.count >= shortest else { return keys }
        for left in [nil] + name.indices.map(Optional.some) {
            var shorter = name
            if let left { shorter.remove(at: left) }
            let key = hash("~\(person.agency.text)".unicodeScalars, shorter)
            if !keys.contains(where: { $0.hash == key }) { keys.append(NameKey(hash: key, reason: .nearName)) }
        }
        return keys
    }

    /// The words of a name in alphabetical order, so that "Oak, Ann" is "Ann Oak".
    private static func letters(_ name: String) -> [Unicode.Scalar] {
        name.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map(Array.init)
            .sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [" "]).map(\.self)
    }

    /// FNV-1a (Fowler, Noll and Vo).
    private static func hash(_ scope: some Sequence<Unicode.Scalar>, _ text: some Sequence<Unicode.Scalar>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let add = { (scalar: Unicode.Scalar, hash: inout UInt64) in
            hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
        }
        for scalar in scope { add(scalar, &hash) }
        add("\n", &hash)
        for scalar in text { add(scalar, &hash) }
        return hash
    }
}
