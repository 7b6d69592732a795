public import CivilTime
public import Content
public import Schemas
import Training

/// A run to come, as anybody may know it: when, where, what, and whether there is room. It names nobody, not even its
/// trainer.
public struct PublishedRun: Sendable, Hashable {
    public let id: String
    public let course: ID<Course>
    public let date: CivilDate
    public let start: ClockTime
    public let end: ClockTime
    /// Where it is; `nil` online.
    public let place: String?
    public let places: Int
    public let left: PlacesLeft
    public let isCancelled: Bool
    /// The `SEQUENCE` of its calendar entry.
    public let sequence: Int
}

extension PublishedRun {
    init(_ run: Run, _ smallCounts: BoardSettings.SmallCounts) {
        self.init(
            id: run.id.text, course: run.course, date: run.date, start: run.start, end: run.end,
            place: run.placeName, places: run.places,
            left: PlacesLeft(taken: run.placesTaken, of: run.places, smallCounts), isCancelled: run.isCancelled,
            sequence: run.sequence)
    }
}

extension Run {
    /// `nil` online.
    fileprivate var placeName: String? {
        if case .place(let name) = venue { name } else { nil }
    }
}

/// How much room a run has.
///
/// Who wants to book needs to know how soon to do so, and that is a fact about chairs. But places and places left
/// together give the number of bookings away, and a page kept until after the run would then undo the hiding of the
/// number who came. So while no more than the threshold are booked, a number is given that holds for any of these
/// bookings: "15 or more" of 20. That a run is full is always said, or people would book in vain; it does not say by
/// how many.
public struct PlacesLeft: Sendable, Hashable {
    /// So many are left for sure.
    public let number: Int
    /// Whether it is just this number, and not "or more".
    public let isExact: Bool

    public var isFull: Bool { number == 0 }
}

extension PlacesLeft {
    init(taken: Int, of places: Int, _ smallCounts: BoardSettings.SmallCounts) {
        let left = max(0, places - taken)
        isExact = left == 0 || taken > smallCounts.threshold
        number = isExact ? left : max(1, places - smallCounts.threshold)
    }
}
