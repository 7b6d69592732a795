/// A number that can be rung from other pages than before.
public struct TelephoneChange: Sendable, Hashable {
    /// In digits, as links have it.
    public let number: String
    /// The words of its links: "Childline".
    public let label: String
    public let kind: Kind
    /// Of those pages that both releases have.
    public let gainedBy: [String]
    public let lostBy: [String]

    public enum Kind: Sendable, Hashable {
        /// It is on no page any more, and another one has its words.
        case replaced(by: String)
        case gone
        case new
        /// It is on more pages, on fewer, or on others.
        case moved
        /// It is where it was, in other words.
        case renamed(from: String)
    }

    /// Replaced numbers first, then those that are gone, new, renamed and moved; each by number.
    static func all(from old: Release, to new: Release, _ common: Set<String>) -> [TelephoneChange] {
        let (before, after) = (Uses(old), Uses(new))
        var replacements: [String: String] = [:]
        for (number, label) in before.labels where after.labels[number] == nil && !label.isEmpty {
            let heirs = after.labels.filter { $0.value == label && before.labels[$0.key] == nil }.map(\.key)
            if heirs.count == 1 { replacements[number] = heirs[0] }
        }
        let heirs = Set(replacements.values)
        let numbers = Set(before.labels.keys).union(after.labels.keys).subtracting(heirs).sorted()
        let changes = numbers.compactMap { number -> TelephoneChange? in
            let heir = replacements[number] ?? number
            let was = before.pages[number, default: []].intersection(common)
            let now = after.pages[heir, default: []].intersection(common)
            let kind: Kind
            switch (before.labels[number], after.labels[number]) {
            case (_?, nil): kind = heir == number ? .gone : .replaced(by: heir)
            case (nil, _?): kind = .new
            case (let old?, let new?) where old != new: kind = .renamed(from: old)
            default:
                guard was != now else { return nil }
                kind = .moved
            }
            return TelephoneChange(
                number: number, label: after.labels[heir] ?? before.labels[number] ?? "", kind: kind,
                gainedBy: now.subtracting(was).sorted(), lostBy: was.subtracting(now).sorted())
        }
        return changes.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
    }

    private var rank: Int {
        switch kind {
        case .replaced: 0
        case .gone: 1
        case .new: 2
        case .renamed: 3
        case .moved: 4
        }
    }
}

/// Which numbers a release has, and where.
private struct Uses {
    private(set) var labels: [String: String] = [:]
    private(set) var pages: [String: Set<String>] = [:]

    init(_ release: Release) {
        var uses: [String: [String: Int]] = [:]
        for (address, entry) in release.pages {
            for (number, label) in entry.page?.telephones ?? [:] {
                pages[number, default: []].insert(address)
                uses[number, default: [:]][label, default: 0] += 1
            }
        }
        // What most pages call it; in a translation it has another name, and beside some links stands only "Call".
        for (number, names) in uses {
            labels[number] = names.max { ($0.value, $0.key.count, $0.key) < ($1.value, $1.key.count, $1.key) }?.key
        }
    }
}
