public import CivilTime

/// What was delivered in a period, in the shape that boards ask for each quarter: runs, places, bookings, attendees, and
/// how they divide by agency, level, course or kind of site.
public struct DeliveryReport: Sendable {
    /// Both days are in it.
    public let period: ClosedRange<CivilDate>
    public let total: Figures
    /// In the order of the board's own lists, with everything that had anything to do with a run of the period. What
    /// belongs nowhere, such as people without a kind of site, comes last with no id.
    public let rows: [Row]
    /// Runs of the period that are still to come.
    public let runsToCome: Int

    public enum Grouping: String, Sendable, CaseIterable {
        case agency, level, course
        case siteKind = "site-kind"
    }

    public struct Row: Sendable, Hashable {
        /// The id of the agency, level, course or kind of site; `nil` for what belongs nowhere.
        public let id: String?
        public let title: String
        public let figures: Figures
    }

    public struct Figures: Sendable, Hashable {
        /// Runs that were held; in a row by agency or kind of site, those that somebody of it had to do with.
        public internal(set) var runs = 0
        /// Runs that were called off; they are in no other figure.
        public internal(set) var cancelledRuns = 0
        /// Places on runs that were held; `nil` where they cannot be divided, as by agency.
        public internal(set) var places: Int? = 0
        /// Bookings of all kinds, with those that were given back.
        public internal(set) var bookings = 0
        /// Bookings whose people were there to the end.
        public internal(set) var attendedBooked = 0
        /// People who came without a booking and stayed to the end.
        public internal(set) var walkIns = 0
        /// People who came late or left early.
        public internal(set) var part = 0
        public internal(set) var noShows = 0
        /// Given back in time.
        public internal(set) var cancelled = 0
        public internal(set) var lateCancelled = 0
        /// Bookings of which nobody noted what became of them.
        public internal(set) var unmarked = 0
        /// How many different people were trained.
        public internal(set) var people = 0
        /// From how many different agencies they came.
        public internal(set) var agencies = 0
        /// Hours of training received: each attendance times the course's hours, in minutes.
        public internal(set) var minutes = 0

        /// How often somebody was trained.
        public var attendees: Int { attendedBooked + walkIns }

        /// Of those expected on the day, the share who came and stayed, in percent, rounded half up. Expected are all
        /// who had booked, except those who gave the place back in time, and those of whom nobody noted what became of
        /// them. `nil` where nobody was expected.
        public var attendanceRate: Int? { Self.percent(attendedBooked, of: bookings - cancelled - unmarked) }

        /// - Returns: in percent, rounded half up; `nil` where the whole is 0.
        public static func percent(_ part: Int, of whole: Int) -> Int? {
            whole > 0 ? (part * 200 + whole) / (whole * 2) : nil
        }
    }

    /// - Parameters:
    ///   - records: Those that `history` was made from.
    ///   - date: Runs of this day and after it are still to come.
    public init(
        _ records: TrainingRecords, _ history: TrainingHistory, in period: ClosedRange<CivilDate>,
        by grouping: Grouping = .agency, asOf date: CivilDate
    ) {
        var count = DeliveryCount(records, history, grouping)
        var runsToCome = 0
        for (run, people) in zip(records.runs, history.rows) where period.contains(run.date) {
            if run.isCancelled || run.wasHeld(asOf: date) { count.add(run, people) } else { runsToCome += 1 }
        }
        self.period = period
        self.runsToCome = runsToCome
        (total, rows) = count.result()
    }
}

extension DeliveryReport {
    /// For an annual report: `4 runs, 72 people from 11 agencies`.
    public var sentence: String {
        let runs = total.runs == 1 ? "1 run" : "\(total.runs) runs"
        let people = total.people == 1 ? "1 person" : "\(total.people) people"
        let agencies = total.agencies == 1 ? "1 agency" : "\(total.agencies) agencies"
        return total.people == 0 ? "\(runs), nobody trained" : "\(runs), \(people) from \(agencies)"
    }
}
