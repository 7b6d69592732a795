import Content

/// A count of people that may be published, or the sign that stands in its place.
///
/// Counts from 1 to the board's threshold are hidden, and a true 0 is shown: the practice of the Department for
/// Education's statistics of children in need. Only this module can make one, so whoever holds one holds something that
/// went through disclosure control.
public struct PublishableCount: Sendable, Hashable {
    public let shown: Shown

    public enum Shown: Sendable, Hashable {
        case exact(Int)
        /// The symbol that stands in for the number.
        case hidden(symbol: String)
    }

    init(_ shown: Shown) { self.shown = shown }

    /// The number, where it may be known.
    public var value: Int? {
        if case .exact(let number) = shown { number } else { nil }
    }

    public var isHidden: Bool { value == nil }

    /// What readers see: `12`, or `c`.
    public var text: String {
        switch shown {
        case .exact(let number): String(number)
        case .hidden(let symbol): symbol
        }
    }

    /// How many are wanting to a target: hidden with the count, because it would give the count away.
    public func gap(to target: Int) -> PublishableCount {
        guard let value else { return self }
        return PublishableCount(.exact(max(0, target - value)))
    }

    /// The share of a whole in percent, rounded half up; `nil` unless both counts are shown and the whole is not 0.
    public func percentage(of whole: PublishableCount) -> Int? {
        guard let value, let all = whole.value, all > 0 else { return nil }
        return (value * 200 + all) / (2 * all)
    }
}

extension BoardSettings.SmallCounts {
    /// Whether so many people are so few that their number points at them.
    func hides(_ count: Int) -> Bool { count >= 1 && count <= threshold }

    var hidden: PublishableCount { PublishableCount(.hidden(symbol: symbol)) }

    func publishable(_ count: Int) -> PublishableCount {
        hides(count) ? hidden : PublishableCount(.exact(count))
    }
}
