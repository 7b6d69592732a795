import Content
import Training

/// What was delivered in a period, as anybody may know it: "4 runs, 72 people from 11 agencies".
///
/// The number of runs says nothing about people and is always shown. The number of agencies is hidden with the number of
/// people: each agency sent somebody, so it is a lower bound of theirs.
///
/// Each set of figures is judged by itself. Two periods that differ by one small run can be subtracted from each other;
/// whoever writes pages should give figures for whole quarters or years.
public struct PublishedFigures: Sendable, Hashable {
    /// Runs that took place.
    public let runs: Int
    /// People trained, each counted once.
    public let people: PublishableCount
    /// The agencies they are from.
    public let agencies: PublishableCount

    init(_ delivery: Delivery, _ smallCounts: BoardSettings.SmallCounts) {
        runs = delivery.runs
        people = smallCounts.publishable(delivery.people)
        agencies = people.isHidden ? smallCounts.hidden : smallCounts.publishable(delivery.agencies)
    }
}
