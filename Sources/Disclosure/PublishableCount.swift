import Content
import Suppression

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
    func hides(_ count: Int) -> Bool { rule.hides(count) }

    var rule: SuppressionRule { SuppressionRule(threshold: threshold, hidesZeros: zeros == .hidden) }

    var hidden: PublishableCount { PublishableCount(.hidden(symbol: symbol)) }

    func publishable(_ count: Int) -> PublishableCount { hides(count) ? hidden : shown(count) }

    /// A count that may be shown, rounded as the board wants it: half a step up, and never to 0.
    ///
    /// What to hide is decided before, on whole counts; rounding only takes away from what readers learn.
    func shown(_ count: Int) -> PublishableCount {
        let rounded = (count + rounding / 2) / rounding * rounding
        return PublishableCount(.exact(count > 0 ? max(rounding, rounded) : 0))
    }

    /// By how much readers must be left in doubt of a count that few contributors dominate; `nil` where none do.
    ///
    /// - Parameter sizes: What each contributor gave, in any order.
    func margin(of sizes: [Int]) -> Int? {
        let sorted = sizes.sorted(by: >)
        guard let first = sorted.first else { return nil }
        let total = sorted.reduce(0, +)
        var margin = 0
        if let percent = dominance.percent {
            // What is left without the two largest must hide the largest by so many per cent of it.
            margin = (percent * first + 99) / 100 - (total - sorted.prefix(2).reduce(0, +))
        }
        if let share = dominance.share {
            let largest = sorted.prefix(dominance.largest).reduce(0, +)
            margin = max(margin, (largest * 100 + share - 1) / share - total)
        }
        return margin > 0 ? margin : nil
    }
}
