/// How long somebody was there, out of all their rows.
enum PresentTime {
    /// Seconds within the run. Overlaps count once: two devices are one person. Where a file has sessions, they count;
    /// lengths of time, which may overlap unseen, are used only where there are none.
    static func seconds(_ sightings: [Sighting], within run: Range<Int>) -> Int? {
        var sessions: [Range<Int>] = []
        var lengths: [Int] = []
        for sighting in sightings {
            switch sighting.presence {
            case .session(let start, let end): sessions.append(start.seconds..<end.seconds)
            case .time(let seconds): lengths.append(seconds)
            case .word: break
            }
        }
        if !sessions.isEmpty { return union(sessions.map { $0.clamped(to: run) }) }
        return lengths.isEmpty ? nil : min(lengths.reduce(0, +), run.count)
    }

    private static func union(_ ranges: [Range<Int>]) -> Int {
        var total = 0
        var reached = Int.min
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > reached {
            total += range.upperBound - max(range.lowerBound, reached)
            reached = range.upperBound
        }
        return total
    }
}
