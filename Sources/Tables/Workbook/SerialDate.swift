import CivilTime

/// Days and times as workbooks count them (ECMA-376 part 1, 18.17.4).
struct SerialDate {
    let startsIn1904: Bool

    /// Day numbers end with the year 9999, in 1904 as in 1900.
    private static let last = 2_957_000.0

    /// The number as ISO 8601 text, or `nil` where it is no such number.
    func text(_ number: String, as kind: NumberStyles.Kind) -> String? {
        guard let value = Double(number), value >= 0, value < Self.last else { return nil }
        var days = Int(value)
        var seconds = Int(((value - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        switch kind {
        case .number: return nil
        case .duration: return clock(days * 86_400 + seconds)
        case .time: if days == 0 { return clock(seconds) }
        case .date: if seconds == 0 { return date(days).description }
        case .dateAndTime: break
        }
        return "\(date(days)) \(clock(seconds))"
    }

    /// In the 1900 system, day 60 is a 29 February 1900 that never was; it is kept for the sake of Lotus 1-2-3.
    private func date(_ days: Int) -> CivilDate {
        let lotus = days < 60 ? 1 : 0
        let epoch = startsIn1904 ? -24_107 : -25_569 + lotus
        return CivilDate(daysSinceEpoch: epoch + days)
    }

    private func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}
