import Content
import Training

/// What was delivered in a period, as anybody may know it: "4 runs, 72 people from 11 agencies".
///
/// The number of runs says nothing about people and is always shown. The number of agencies is hidden with the number of
/// people: each agency sent somebody, so it is a lower bound of theirs.
///
/// All figures of a site are judged together (``LinkedFigures``): one that is safe alone is hidden where it and another
/// could be subtracted from each other.
public struct PublishedFigures: Sendable, Hashable {
    /// Runs that took place.
    public let runs: Int
    /// People trained, each counted once.
    public let people: PublishableCount
    /// The agencies they are from.
    public let agencies: PublishableCount

    /// - Parameter isHidden: Whether the people must not be told, for whatever reason.
    init(_ delivery: Delivery, isHidden: Bool, _ smallCounts: BoardSettings.SmallCounts) {
        runs = delivery.runs
        people = isHidden ? smallCounts.hidden : smallCounts.shown(delivery.people)
        agencies = isHidden ? smallCounts.hidden : smallCounts.publishable(delivery.agencies)
    }
}
