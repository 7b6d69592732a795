public import CivilTime

/// Which addresses were found to lead somewhere, and when: they need not be asked again for some days.
///
/// Only good answers are kept: what was broken is asked again each time, because somebody may have mended it.
public struct LinkCache: Sendable {
    private var entries: [String: Entry] = [:]

    private struct Entry: Sendable {
        let day: CivilDate
        let movedTo: String?
    }

    public init() {}

    /// Lines of ``text``; a line that is none of them is left out, so a damaged file only costs requests.
    public init(_ text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t").map(String.init)
            guard (2...3).contains(parts.count), let day = CivilDate(iso: parts[0]) else { continue }
            entries[parts[1]] = Entry(day: day, movedTo: parts.count == 3 ? parts[2] : nil)
        }
    }

    /// A line for each address: the day, the address, and where it has moved to.
    public var text: String {
        entries.sorted { $0.key < $1.key }.map { address, entry in
            "\(entry.day)\t\(address)" + (entry.movedTo.map { "\t\($0)" } ?? "") + "\n"
        }.joined()
    }

    /// What is known of an address, where that is at most so many days old.
    public func result(of address: String, on day: CivilDate, notOlderThan days: Int) -> LinkResult? {
        guard let entry = entries[address], entry.day <= day, day < entry.day.adding(days: days) else { return nil }
        return entry.movedTo.map { .moved(to: $0) } ?? .fine
    }

    /// The same with what was found out today, and without what is too old to be of use.
    public func adding(_ results: [String: LinkResult], on day: CivilDate, keepingDays days: Int) -> LinkCache {
        var cache = self
        cache.entries = entries.filter { day < $0.value.day.adding(days: days) && results[$0.key] == nil }
        for (address, result) in results {
            switch result {
            case .fine: cache.entries[address] = Entry(day: day, movedTo: nil)
            case .moved(let place): cache.entries[address] = Entry(day: day, movedTo: place)
            case .broken, .unclear: break
            }
        }
        return cache
    }
}
